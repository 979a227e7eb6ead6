import type { Item } from '../items/item';
import { sendNumberUnchanged } from '../items/options';
import { isBlank, forMessage } from '../values';
import { allowedCountriesOf, refuseDestination } from './allowedCountries';
import { isSupportedCountry, ParseError, parsePhoneNumberWithError } from './phoneLibrary';
import type { CountryCode, PhoneNumber } from './phoneLibrary';

/** A recipient's number in the forms that providers expect. */
export interface Recipient {
	/** E.164 with the plus, or the typed text if it is sent unchanged. */
	e164: string;
	/** The national format, digits only: 0919273027. */
	national: string;
	/** Country code and number, digits only: 84919273027. */
	digits: string;
	/** ISO 3166-1 code; undefined if the number has no country or cannot be parsed. */
	country?: string;
}

/** The parameter that a number was typed into. */
export interface NumberSource {
	/** The parameter's display name. */
	parameter: string;
	/** The country of numbers without a country code, unless the user sets Default Country. */
	defaultCountry?: CountryCode;
	/** Whether the provider calls or texts the number, so that Allowed Countries applies. */
	isDestination?: boolean;
	/** Whether an invalid number is sent as typed, because the provider was asked to skip such numbers. */
	acceptsInvalid?: boolean;
}

const REASONS: Record<string, string> = {
	NOT_A_NUMBER: 'it holds no phone number',
	INVALID_COUNTRY: 'its country code is missing',
	TOO_SHORT: 'it is too short',
	TOO_LONG: 'it is too long',
};

/** Characters: the plus and 15 digits (ITU-T E.164, section 6.2.1). */
const LONGEST_E164 = 16;

const EXAMPLES: Partial<Record<CountryCode, string>> = {
	VN: '0919 273 027 or +84 919 273 027',
	TH: '081 234 5678 or +66 81 234 5678',
};

const exampleFor = (country?: CountryCode) =>
	(country && EXAMPLES[country]) ?? '+84 919 273 027 or +66 81 234 5678';

function defaultCountryOf(item: Item, fallback?: CountryCode): CountryCode | undefined {
	const { defaultCountry } = item.options;
	const chosen = isBlank(defaultCountry) ? (fallback ?? 'none') : defaultCountry;
	if (chosen === 'none') return undefined;
	if (typeof chosen === 'string' && isSupportedCountry(chosen)) return chosen;
	throw item.invalid(
		`Default Country is “${forMessage(chosen)}”, which is not a country code`,
		'Set Default Country to a code of two capital letters such as VN or TH, or to none.',
	);
}

/** The typed number, or the value of an expression, as text. */
function textOf(item: Item, parameter: string, typed: unknown): string {
	if (isBlank(typed)) return '';
	if (typeof typed === 'string') return typed.trim();
	if (Number.isSafeInteger(typed) && Number(typed) >= 0) return String(typed);
	throw item.invalid(
		`${parameter} “${forMessage(typed)}” is not a valid phone number: it is neither a text nor a whole number`,
		'Give it one phone number, and check the expression in it.',
	);
}

/** Arabic, Persian, Thai and full-width digits; the last four bits of each are its value. */
const OTHER_DIGITS = /[\u0660-\u0669\u06F0-\u06F9\u0E50-\u0E59\uFF10-\uFF19]/g;

const withAsciiDigits = (text: string) =>
	text.replace(OTHER_DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf));

/** The parsed number, or the reason why it is not valid. */
function parse(text: string, defaultCountry?: CountryCode): PhoneNumber | string {
	// Address books put invisible characters around a copied number.
	const visible = withAsciiDigits(text.replace(/\p{Cf}/gu, ''));
	const international = visible.replace(/^\s*00(?=[\s(]*[1-9])/, '+');
	try {
		const number = parsePhoneNumberWithError(international, { defaultCountry, extract: false });
		if (number.ext) return 'it has an extension';
		// The library accepts German numbers of 17 digits, which can be dialled only within Germany.
		if (number.number.length > LONGEST_E164) return REASONS.TOO_LONG;
		return number.isValid() ? number : 'no network has such a number';
	} catch (thrown) {
		return (thrown instanceof ParseError && REASONS[thrown.message]) || 'it cannot be read';
	}
}

/** Whether the user switched on Send Number Unchanged. */
export const isSentUnchanged = (item: Item): boolean => item.option(sendNumberUnchanged);

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
 * @throws NodeOperationError before any request, if the number is not valid or its country is not among the
 * credential's Allowed Countries
 */
export function readNumber(item: Item, typed: unknown, source: NumberSource): Recipient {
	const text = textOf(item, source.parameter, typed);
	const country = defaultCountryOf(item, source.defaultCountry);
	const parsed = parse(text, country);
	const isUnchanged = isSentUnchanged(item);
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
