import fc from 'fast-check';
import examples from 'libphonenumber-js/examples.mobile.json';
import { getCountries, getExampleNumber, parsePhoneNumberWithError } from 'libphonenumber-js/max';
import type { CountryCode, PhoneNumber } from 'libphonenumber-js/max';

const EXAMPLES = getCountries()
	.map((country) => getExampleNumber(country, examples))
	.filter((number): number is PhoneNumber => number?.isValid() ?? false);
const NEAR = EXAMPLES.filter(({ country }) => ['VN', 'TH', 'NL'].includes(country ?? ''));

/** The number with other digits at its end, where that is a number too. */
function varied(number: PhoneNumber, digits: string): PhoneNumber {
	const { nationalNumber, countryCallingCode } = number;
	const kept = nationalNumber.slice(0, Math.max(2, nationalNumber.length - digits.length));
	const end = digits.slice(0, nationalNumber.length - kept.length);
	const other = parsePhoneNumberWithError(`+${countryCallingCode}${kept}${end}`);
	const isPerson = ['MOBILE', 'FIXED_LINE_OR_MOBILE'].includes(other.getType() ?? '');
	return isPerson && other.country !== undefined ? other : number;
}

/** Valid mobile numbers of every country, more of those that the providers are in. */
export const someNumber: fc.Arbitrary<PhoneNumber> = fc
	.tuple(
		fc.oneof(fc.constantFrom(...EXAMPLES), fc.constantFrom(...NEAR)),
		fc.stringMatching(/^[0-9]{1,5}$/),
	)
	.map(([number, digits]) => varied(number, digits));

/** A number as somebody wrote it, and whether its country has to be known to read it. */
export interface Written {
	text: string;
	needsCountry: boolean;
}

const SCRIPTS = [0x30, 0x30, 0x30, 0xff10, 0x660, 0x6f0, 0xe50];
const GAPS = ['', ' ', '-', '.', '\u00a0', '  ', ' - ', '\u2011', '\u202f', '\u3164', '\ufe0f'];
const MARKS = ['', ' ', '\t', '\u202a', '\u200e', '\n', '\u2060'];

const isNationalReadable = (number: PhoneNumber, text: string): boolean => {
	try {
		const { country } = number;
		return parsePhoneNumberWithError(text, country as CountryCode).number === number.number;
	} catch {
		return false;
	}
};

/** What tools and spreadsheets add to a number: before it, behind it. */
export const ADDED: Array<[string, string]> = [
	...[`"`, "'", '“', '«', '(', '[', '{', '<'].map((mark): [string, string] => [mark, mark]),
	...['=', '="', 'tel:', 'callto:', 'sms:', 'whatsapp:', 'p:', 'Lan ', 'Phone: ', '#'].map(
		(before): [string, string] => [before, ''],
	),
	...['.0', '.00', ',0', ';', ',', '"', ' / 57', '/8', ';8', ', 57', '~8', '|8', '\n8', '@lid'].map(
		(behind): [string, string] => ['', behind],
	),
	...['@c.us', ':12@s.whatsapp.net', ' ext 5', 'x5', '#5', ';ext=5', ' (Lan)', 'E0', 'E5'].map(
		(behind): [string, string] => ['', behind],
	),
];

/** Ways to write a number: form, gaps, marks that address books leave, digits of other scripts. */
export const written: fc.Arbitrary<(number: PhoneNumber) => Written> = fc
	.record({
		form: fc.constantFrom('plus', '00', 'national', 'international', 'E.164', 'national digits'),
		gaps: fc.array(fc.constantFrom(...GAPS), { minLength: 20, maxLength: 20 }),
		marks: fc.tuple(fc.constantFrom(...MARKS), fc.constantFrom(...MARKS)),
		zero: fc.constantFrom(...SCRIPTS),
	})
	.map(({ form, gaps, marks: [before, after], zero }) => (number) => {
		const digits = number.number.slice(1);
		const spaced = [...digits].map((digit, at) => digit + (at < digits.length - 1 ? gaps[at] : ''));
		// A dot before zeros at the end is a decimal point.
		const typed = spaced.join('').replace(/\.(?=0[^1-9]*$)/g, '-');
		const national = number.formatNational();
		const texts: Record<string, string> = {
			plus: `+${typed}`,
			'00': `00${typed}`,
			national,
			international: number.formatInternational(),
			'E.164': number.number,
			'national digits': national.replace(/\D/g, ''),
		};
		const isReadable = isNationalReadable(number, texts[form]);
		const needsCountry = form.startsWith('national') && isReadable;
		const text = form.startsWith('national') && !isReadable ? number.number : texts[form];
		const inScript = text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
		return { text: `${before}${inScript}${after}`, needsCountry };
	});
