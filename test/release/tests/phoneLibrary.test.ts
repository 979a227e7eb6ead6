import { rm } from 'node:fs/promises';
import path from 'node:path';
import examples from 'libphonenumber-js/examples.mobile.json';
import * as whole from 'libphonenumber-js/max';
import type { CountryCode } from 'libphonenumber-js/max';
import { packAndUnpack } from '../packed';
import type { Packed } from '../packed';

type Library = Pick<typeof whole, 'getCountryCallingCode' | 'parsePhoneNumberWithError'>;

let packed: Packed;
let bundled: Library;

beforeAll(async () => {
	packed = await packAndUnpack();
	const file = path.join(packed.package, 'dist/nodes/shared/numbers/phoneLibrary.js');
	bundled = (await import(file)) as Library;
}, 300_000);

afterAll(async () => await rm(packed.folder, { recursive: true, force: true }));

/** What a library says of a text. */
function reading({ parsePhoneNumberWithError }: Library, text: string, country?: CountryCode) {
	try {
		const number = parsePhoneNumberWithError(text, country);
		return [number.number, number.nationalNumber, number.country, number.getType()];
	} catch (thrown) {
		return (thrown as Error).message;
	}
}

/** The digits of a number with each pair of digits at their begin, which decides about its kind. */
const variants = (digits: string) =>
	Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0') + digits.slice(2));

it.each(Object.entries(examples) as Array<[CountryCode, string]>)(
	'reads numbers of %s as the whole library does',
	(country, digits) => {
		const code = bundled.getCountryCallingCode(country);
		const texts = [digits, ...variants(digits)].flatMap((variant) => [
			`+${code}${variant}`,
			variant,
			`0${variant}`,
		]);
		const readings = (library: Library) => texts.map((text) => reading(library, text, country));
		expect(readings(bundled)).toEqual(readings(whole));
	},
);
