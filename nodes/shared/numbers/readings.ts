import { getCountryCallingCode, parsePhoneNumberWithError } from './phoneLibrary';
import type { CountryCode, PhoneNumber, PhoneNumberType } from './phoneLibrary';
import { bareNumber, digitsIn, SEVERAL } from './writtenNumber';
import type { Unreadable } from './writtenNumber';

/** A valid number and its kind. */
export interface ValidNumber {
	number: PhoneNumber;
	type: PhoneNumberType;
}

/** A valid number, or why there is none. */
export type Reading = ValidNumber | Unreadable;

export const isNumber = (reading: Reading): reading is ValidNumber => 'number' in reading;

const COUNTRY_MISSING: Unreadable = {
	reason: 'its country code is missing',
	advice:
		'Write it with a plus and the country code, such as +84 919 273 027 or +66 81 234 5678, or choose its country in Default Country under Options.',
};
const TOO_LONG: Unreadable = { reason: 'it is too long' };
const REASONS: Record<string, Unreadable> = {
	NOT_A_NUMBER: { reason: 'it is too short' },
	INVALID_COUNTRY: { reason: 'no country has its country code' },
	TOO_SHORT: { reason: 'it is too short' },
	TOO_LONG,
};

/** The objection to digits that a tool added, which a provider could dial if it got the text as typed. */
const TOOL_DIGITS = {
	advice: 'Enter the number alone, without what a spreadsheet or an app added to it.',
	handedOn: 'unchanged',
} as const;

const plusMissing = ({ number: { number } }: ValidNumber): Unreadable => ({
	reason: 'the plus is missing in front of its country code',
	advice: `If it is ${number}, write it with the plus.`,
});

const twoReadings = ([first, second]: string[]): Unreadable => ({
	reason: `it can be read as ${first} and as ${second}`,
	advice: 'Write the one that is meant in that form, with the plus.',
	handedOn: 'unchanged',
});

/** The plus and 15 digits (ITU-T E.164, section 6.2.1). */
const LONGEST_E164 = 16;

/** Reads digits with or without a plus with the library. */
function parse(digits: string, country?: CountryCode): Reading {
	try {
		const number = parsePhoneNumberWithError(digits, country);
		// The library accepts German numbers of 17 digits, which can be dialled only within Germany.
		if (number.number.length > LONGEST_E164) return TOO_LONG;
		// With the full metadata, a number is valid if its kind is known.
		const type = number.getType();
		return type ? { number, type } : { reason: 'no network has such a number' };
	} catch (thrown) {
		const code = (thrown as Error).message;
		if (code === 'INVALID_COUNTRY' && !/\+[1-9]/.test(digits)) return COUNTRY_MISSING;
		return REASONS[code] ?? { reason: 'it cannot be read' };
	}
}

/**
 * Reads digits that begin with 00: as most people dial a country code, as people of the Default Country do, whose exit
 * code may be longer (001 in Thailand), and as its national number with a zero too many.
 */
function parseDoubleZero(digits: string, country?: CountryCode): Reading {
	const international = parse(`+${digits.slice(2)}`);
	if (country === undefined) return international;
	const ownCode = getCountryCallingCode(country);
	// 00 before the country's own code has only this meaning.
	if (isNumber(international) && international.number.countryCallingCode === ownCode)
		return international;
	const readings = [international, parse(digits, country), parse(`+${ownCode}${digits.slice(1)}`)];
	const byNumber = new Map(readings.filter(isNumber).map((one) => [one.number.number, one]));
	if (byNumber.size > 1) return twoReadings([...byNumber.keys()]);
	return [...byNumber.values()][0] ?? international;
}

function readDigits(bare: string, country?: CountryCode): Reading {
	const digits = bare.replace(/[^\d+]/g, '');
	const exit = /^\+?(00.*)/.exec(digits);
	if (exit) return parseDoubleZero(exit[1], country);
	const reading = parse(digits, country);
	if (isNumber(reading)) return reading;
	const withPlus = parse(`+${digits}`);
	return isNumber(withPlus) ? plusMissing(withPlus) : reading;
}

/** The limit of parts, above that of any number: each way to divide them takes two readings. */
const MOST_PARTS = 20;

/** Whether one of these marks divides the text into a number and a rest that meets the condition. */
function divides(
	bare: string,
	marks: RegExp,
	country: CountryCode | undefined,
	isWanted: (rest: string) => boolean,
): boolean {
	const places = Array.from(bare.matchAll(marks), ({ index }) => index).slice(0, MOST_PARTS);
	return places.some(
		(place) => isNumber(readDigits(bare.slice(0, place), country)) && isWanted(bare.slice(place)),
	);
}

/**
 * Reads one number as people and their tools write it.
 *
 * @param country the country of numbers without a country code
 */
export function readText(text: string, country?: CountryCode): Reading {
	const bare = bareNumber(text);
	if (typeof bare !== 'string') return bare;
	// A slash separates an area code, 030/123456, or other last digits, 030 123456/57.
	if (divides(bare, /\//g, country, Boolean)) return SEVERAL;
	const reading = readDigits(bare, country);
	if (isNumber(reading)) return reading;
	// Thai switchboards have several lines written as 02-123-4567-9.
	const isAnother = (rest: string) =>
		/^- ?\d{1,2}$/.test(rest) || isNumber(readDigits(rest, country));
	if (divides(bare, /[ .-]/g, country, isAnother)) return SEVERAL;
	return digitsIn(text) === digitsIn(bare) ? reading : { ...TOOL_DIGITS, ...reading };
}
