/** How a provider's call is logged in. */
export type Login = 'bearer' | 'basic' | 'header';

/**
 * The call that every contender makes, in the one form that all of them can send: two fields that come from the
 * item and some that are the same for all items.
 */
export interface ProviderCall {
	provider: 'antBuddy' | 'ants' | 'cmVoice';
	/** The operation of this package that makes it, as the table names it. */
	title: string;
	/** Follows the provider's base URL. */
	path: string;
	/** The request's fields by the item's fields (see BenchRecipients) that n8n's expressions read. */
	fromItem: Record<string, string>;
	/** The request's other fields. */
	fixed: Record<string, string>;
	login: Login;
}

/** The three sending operations; paths and fields as in the providers' documents. */
export const calls = {
	antBuddy: {
		provider: 'antBuddy',
		title: 'AntBuddy Voice OTP, Call: Create',
		path: '/voice-otp/',
		fromItem: { alarm_phonenumber: 'national', otp: 'code' },
		fixed: {},
		login: 'bearer',
	},
	ants: {
		provider: 'ants',
		title: 'ANTS SMS OTP, OTP: Request',
		path: '/otp/requestOTP',
		fromItem: { otcId: 'otcId', mobile: 'digits' },
		fixed: {},
		login: 'basic',
	},
	cmVoice: {
		provider: 'cmVoice',
		title: 'Voice OTP Advanced, Call: Create',
		path: '/OTP',
		fromItem: { callee: 'e164', code: 'code' },
		fixed: { caller: '+31201234567', 'code-type': 'Default' },
		login: 'header',
	},
} as const satisfies Record<string, ProviderCall>;

/** An n8n expression that reads a field of the item. */
export const expression = (field: string) => `={{ $json.${field} }}`;
