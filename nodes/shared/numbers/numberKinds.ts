import type { PhoneNumberType } from './phoneLibrary';
import type { ValidNumber } from './readings';

/** Why a node does not call or text a valid number. */
export interface Objection {
	/** Follows the number: “+8419001234” is a premium-rate number. */
	reason: string;
	/** The next step. */
	advice: string;
}

/** Kinds of numbers that charge the caller or the owner extra, or that no person answers. */
const NOT_REACHED: Partial<Record<PhoneNumberType, string>> = {
	PREMIUM_RATE: 'a premium-rate number',
	SHARED_COST: 'a shared-cost number',
	PERSONAL_NUMBER: 'a personal number, which forwards at a price of its own',
	PAGER: 'a pager number',
	VOICEMAIL: 'a voicemail number',
	TOLL_FREE: 'a toll-free number',
	UAN: 'a company number (UAN)',
};

/** Calling codes of services without a country, whose numbers the library calls mobile or VoIP. */
const GLOBAL_SERVICES: Record<string, string> = {
	870: 'a satellite number',
	878: NOT_REACHED.PERSONAL_NUMBER!,
	881: 'a satellite number',
	882: 'a number of an international network',
	883: 'a number of an international network',
};

/** The objection to a recipient that nobody should pay for by accident, and to a text message to a landline. */
export function kindObjection(
	{ number, type }: ValidNumber,
	isText = false,
): Objection | undefined {
	const kind = GLOBAL_SERVICES[number.countryCallingCode] ?? NOT_REACHED[type];
	if (kind)
		return {
			reason: `is ${kind}`,
			advice:
				'Nothing was sent, because such a number can be expensive or belong to no person. If you want to reach it all the same, switch on Send Number Unchanged under Options.',
		};
	if (!isText || type !== 'FIXED_LINE') return undefined;
	return {
		reason: 'is a landline, which takes no text message',
		advice:
			'Nothing was sent. Enter a mobile number, or call this one instead. If it does take text messages, switch on Send Number Unchanged under Options.',
	};
}
