import fc from 'fast-check';
import { getCountryCallingCode } from '../../../../nodes/shared/numbers/phoneLibrary';
import type { CountryCode } from '../../../../nodes/shared/numbers/phoneLibrary';
import { isNumber, readText } from '../../../../nodes/shared/numbers/readings';
import { mobileNumbers } from '../../support/phoneNumbers';

function read(text: string, country?: CountryCode): string {
	const reading = readText(text, country);
	return isNumber(reading) ? reading.number.number : reading.reason;
}

describe('a number that could reach two people is refused with both readings', () => {
	it.each([
		['00352 234 567', 'VN', '+352234567', '+84352234567'],
		['+00352 234 567', 'VN', '+352234567', '+84352234567'],
		['001 65 9234 5678', 'TH', '+16592345678', '+6592345678'],
		['0081 90 1234 5678', 'TH', '+819012345678', '+19012345678'],
	] as const)('%s in %s', (text, country, first, second) => {
		expect(readText(text, country)).toEqual({
			reason: `it can be read as ${first} and as ${second}`,
			advice: 'Write the one that is meant in that form, with the plus.',
			handedOn: 'unchanged',
		});
	});
});

describe('the only valid reading is taken', () => {
	it.each([
		['00352 234 567', undefined, '+352234567'],
		['008 65 9234 5678', 'TH', '+6592345678'],
		['009 84 919 273 027', 'TH', '+84919273027'],
		['00812345678', 'TH', '+66812345678'],
		['00919273027', 'VN', '+84919273027'],
		['0066 81 234 5678', 'TH', '+66812345678'],
		['0084 919 273 027', 'TH', '+84919273027'],
		['0049 30 123456', 'DE', '+4930123456'],
		['0043 5758048', 'AT', '+435758048'],
		['011 84 919 273 027', 'US', '+84919273027'],
		['0011 84 919 273 027', 'AU', '+84919273027'],
		['001 84 919 273 027', 'SG', '+84919273027'],
	] as const)('%s in %s', (text, country, expected) => {
		expect(read(text, country)).toBe(expected);
	});
});

it('reads 00 before a country code as the plus, or names that reading among two', () => {
	const country = fc.constantFrom<CountryCode | undefined>(undefined, 'VN', 'TH', 'DE', 'US');
	fc.assert(
		fc.property(fc.constantFrom(...mobileNumbers), country, ({ number }, defaultCountry) => {
			const result = read(`00${number.slice(1)}`, defaultCountry);
			const isOwn =
				!defaultCountry || number.startsWith(`+${getCountryCallingCode(defaultCountry)}`);
			if (isOwn) expect(result).toBe(number);
			else
				expect(result).toMatch(new RegExp(`^(it can be read as )?\\${number}( and as \\+\\d+)?$`));
		}),
		{ numRuns: 500 },
	);
});

it('reads a national number with a zero too many as that number, or refuses it', () => {
	const withZero = mobileNumbers.filter((number) => number.formatNational().startsWith('0'));
	expect(withZero.length).toBeGreaterThan(50);
	fc.assert(
		fc.property(fc.constantFrom(...withZero), (number) => {
			const result = read(`0${number.formatNational()}`, number.country);
			expect([number.number, expect.stringContaining(number.number)]).toContainEqual(result);
		}),
	);
});
