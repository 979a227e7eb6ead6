import { allowedCountriesOf, refuseDestination } from './destinations';
import type { Item } from './item';
import { ParseError, parsePhoneNumberWithError } from './phoneLibrary';
import type { CountryCode, PhoneNumber } from './phoneLibrary';

/** A recipient in the forms that providers want. */
export interface Recipient {
	/** E.164 with the plus, or what was typed where it is sent unchanged. */
	e164: string;
	/** As dialled within the country, digits only: 0919273027. */
	national: string;
	/** Country code and number, digits only: 84919273027. */
	digits: string;
	/** ISO 3166-1 code; undefined where the number belongs to none or is unknown. */
	country?: string;
}

/** Where a number comes from, for reading it and for naming it in a message. */
export interface NumberSource {
	/** The parameter's display name. */
	parameter: string;
	/** The country of numbers typed without a country code, unless the user chose one under Options. */
	defaultCountry?: CountryCode;
	/** Whether it is one the provider is to reach, so that Allowed Countries applies. */
	isDestination?: boolean;
	/** Whether an invalid number is handed over as typed, because the provider was asked to pass over those. */
	acceptsInvalid?: boolean;
}

const REASONS: Record<string, string> = {
	NOT_A_NUMBER: 'it holds no phone number',
	INVALID_COUNTRY: 'its country code is missing',
	TOO_SHORT: 'it is too short',
	TOO_LONG: 'it is too long',
	INVALID_LENGTH: 'it does not have the right number of digits',
};

const EXAMPLES: Partial<Record<CountryCode, string>> = {
	VN: '0919 273 027 or +84 919 273 027',
	TH: '081 234 5678 or +66 81 234 5678',
};

const exampleFor = (country?: CountryCode) =>
	(country && EXAMPLES[country]) ?? '+84 919 273 027 or +66 81 234 5678';

function defaultCountryOf(item: Item, fallback?: CountryCode): CountryCode | undefined {
	const chosen = item.options.defaultCountry ?? fallback;
	return chosen === 'none' ? undefined : (chosen as CountryCode | undefined);
}

/** The parsed number, or in words why it cannot be one. */
function parse(text: string, defaultCountry?: CountryCode): PhoneNumber | string {
	const international = text.replace(/^\s*00(?=[\s(]*[1-9])/, '+');
	try {
		const number = parsePhoneNumberWithError(international, { defaultCountry, extract: false });
		if (number.ext) return 'it has an extension';
		return number.isValid() ? number : 'no network has such a number';
	} catch (thrown) {
		return (thrown instanceof ParseError && REASONS[thrown.message]) || 'it cannot be read';
	}
}

const asTyped = (text: string, parsed: PhoneNumber | string): Recipient => ({
	e164: text,
	national: text,
	digits: text,
	country: typeof parsed === 'string' ? undefined : parsed.country,
});

const formsOf = (number: PhoneNumber): Recipient => ({
	e164: number.number,
	national: number.formatNational().replace(/\D/g, ''),
	digits: number.number.slice(1),
	country: number.country,
});

/**
 * Reads a number as people write it.
 *
 * @throws NodeOperationError, before any request, where it is no valid number or its country is not among the
 * credential's Allowed Countries
 */
export function readNumber(item: Item, typed: unknown, source: NumberSource): Recipient {
	const text = typed === null || typeof typed === 'object' ? '' : String(typed ?? '').trim();
	const country = defaultCountryOf(item, source.defaultCountry);
	const parsed = parse(text, country);
	const isUnchanged = item.options.sendNumberUnchanged === true;
	if (text === '')
		throw item.invalid(
			`${source.parameter} is empty`,
			`Enter a number such as ${exampleFor(country)}.`,
		);
	if (typeof parsed === 'string' && !isUnchanged && !source.acceptsInvalid)
		throw item.invalid(
			`${source.parameter} “${text.slice(0, 40)}” is not a valid phone number: ${parsed}`,
			`Enter a number such as ${exampleFor(country)}. If you are sure it is right, switch on Send Number Unchanged under Options.`,
		);
	const recipient =
		isUnchanged || typeof parsed === 'string' ? asTyped(text, parsed) : formsOf(parsed);
	const allowed = allowedCountriesOf(item.credential);
	if (
		source.isDestination !== false &&
		allowed.length > 0 &&
		!allowed.includes(recipient.country ?? '')
	)
		throw refuseDestination(item, source.parameter, recipient);
	return recipient;
}
