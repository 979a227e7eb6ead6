import { notSent, sent } from './wireField';
import type { Fields, WireOperation } from './wireField';

const WEB_ADDRESS = 'a web address';
const ANTBUDDY = 'antbuddy-voice-otp.en.md';
const ANTS = 'ants-sms-otp.md';
const CM = 'voice-otp-advanced.md';
const CM_SDK = 'CM.com’s .NET SDK';

const requestOptions = notSent(
	'options.timeout',
	'options.batching.batch.batchSize',
	'options.batching.batch.batchInterval',
	'options.maxConcurrency',
);

const recipientOptions: Fields = {
	...requestOptions,
	...notSent('options.defaultCountry', 'options.sendNumberUnchanged'),
};

const codeFields: Fields = notSent('codeSource', 'options.codeLength', 'options.expiresIn');

const reportOptions: Fields = {
	'options.notifyUrl': sent('notifyUrl', { form: WEB_ADDRESS }),
	'options.notifyContentType': sent('notifyContentType'),
	'options.callbackData': sent('callbackData', { maxLength: 4000 }),
};

const codeVerify: WireOperation = {
	fields: notSent('challenge', 'code', 'options.attempt', 'options.maxAttempts'),
};

const promptFields = Object.fromEntries(
	['intro', 'code', 'replay', 'outro'].flatMap((name) => [
		[`prompts.${name}Prompt.text`, sent(`${name}-prompt`, { maxLength: 750 })],
		[`prompts.${name}Prompt.type`, sent(`${name}-prompt-type`)],
	]),
) as Fields;

const trigger = (document: string): WireOperation => ({
	document,
	fields: {
		verificationToken: sent('verificationToken', { document: 'this package: in the query' }),
		statuses: {},
	},
});

/** Every node by its name, its operations by resource and operation. */
export const wireFields: Record<string, Record<string, WireOperation>> = {
	antBuddyVoiceOtp: {
		'call create': {
			request: 'POST /voice-otp/',
			document: `${ANTBUDDY}, “Create OTP call”`,
			fields: {
				phoneNumber: sent('alarm_phonenumber', { form: 'a phone number in Vietnam' }),
				code: sent('otp', { maxLength: 64 }),
				'options.maxRetry': sent('maxretry'),
				...codeFields,
				...recipientOptions,
			},
		},
		'call getAll': {
			request: 'GET /voice-otp/',
			document: `${ANTBUDDY}, “View existing OTP calls”`,
			fields: { ...notSent('returnAll', 'limit'), ...requestOptions },
		},
		'code verify': codeVerify,
	},
	antsSmsOtp: {
		'otp request': {
			request: 'POST /otp/requestOTP',
			document: `${ANTS}, “Request OTP”`,
			fields: {
				otcId: sent('otcId', { maxLength: 200 }),
				mobile: sent('mobile', { form: 'a phone number' }),
				...reportOptions,
				...recipientOptions,
			},
		},
		'otp resend': {
			request: 'POST /otp/resendOTP',
			document: `${ANTS}, “ResendOTP”`,
			fields: {
				resendBy: {},
				otcId: sent('otcId', { maxLength: 200 }),
				otpId: sent('otpId', { maxLength: 200, document: 'public clients of ANTS' }),
				...requestOptions,
			},
		},
		'otp verify': {
			request: 'POST /otp/verifyOTP',
			document: `${ANTS}, “Verify OTP”`,
			fields: {
				otpId: sent('otpId', { maxLength: 200 }),
				otpCode: sent('otpCode', { maxLength: 64 }),
				...reportOptions,
				...requestOptions,
			},
		},
	},
	voiceOtpAdvanced: {
		'call create': {
			request: 'POST /OTP',
			document: `${CM}, “Body Params”`,
			fields: {
				caller: sent('caller', { form: 'a phone number in E.164, at most 24 characters' }),
				callees: { wire: ['callee', 'callees'], form: 'one or more phone numbers' },
				code: sent('code', { maxLength: 64 }),
				codeType: sent('code-type'),
				...promptFields,
				'voice.gender': sent('voice.gender', { document: CM_SDK }),
				'voice.language': sent('voice.language', { document: CM_SDK, form: 'a locale as en-GB' }),
				'voice.number': sent('voice.number', { document: CM_SDK }),
				'voice.premium': sent('voice.premium', { document: CM_SDK }),
				'voice.volume': sent('voice.volume', { document: CM_SDK }),
				'options.anonymous': sent('anonymous'),
				'options.autoReplay': sent('auto-replay'),
				'options.callbackUrl': sent('callback-url', { form: WEB_ADDRESS }),
				'options.disableCalleesValidation': sent('disable-callees-validation', {
					document: CM_SDK,
				}),
				'options.instructionId': sent('instruction-id', { maxLength: 64 }),
				'options.maxReplays': sent('max-replays'),
				'options.maxRingingTimeout': sent('max-ringing-timeout'),
				'options.voicemailResponse': sent('voicemail-response'),
				...codeFields,
				...recipientOptions,
			},
		},
		'code verify': codeVerify,
	},
	antsSmsOtpTrigger: { '': trigger(`${ANTS}, “Send Callback”`) },
	voiceOtpAdvancedTrigger: { '': trigger(`${CM}, “Body Params”, the callback`) },
};
