import fc from 'fast-check';
import examples from 'libphonenumber-js/examples.mobile.json';
import { getExampleNumber } from 'libphonenumber-js/max';
import type { CountryCode } from 'libphonenumber-js/max';
import { NodeOperationError } from 'n8n-workflow';
import { anyText } from '../../../support/anyText';
import type { Item } from '../../../../nodes/shared/items/item';
import { getCountries } from '../../../../nodes/shared/numbers/phoneLibrary';
import { readNumber } from '../../../../nodes/shared/numbers/phoneNumber';
import type { NumberSource } from '../../../../nodes/shared/numbers/phoneNumber';
import { failureOf } from '../../support/failure';
import { itemOf } from '../../support/item';

const source: NumberSource = { parameter: 'Mobile' };
const numbers = getCountries()
	.map((country) => getExampleNumber(country, examples)!)
	.filter((number) => number?.isValid());

let item: Item;
beforeAll(async () => {
	({ item } = await itemOf());
});

it('has an example number of nearly every country', () => {
	expect(numbers.length).toBeGreaterThan(230);
});

it('reads a valid number in any spelling as the same E.164 number', () => {
	const gap = fc.constantFrom('', ' ', '-', '.', '\u00a0', '  ', ' - ');
	const around = fc.constantFrom('', ' ', '\t', '\u202a', '\u200e');
	fc.assert(
		fc.property(
			fc.constantFrom(...numbers),
			fc.constantFrom('+', '00', '00 ', '+ '),
			fc.array(gap, { minLength: 20, maxLength: 20 }),
			around,
			(number, prefix, gaps, mark) => {
				const written = [...number.number.slice(1)].map((digit, at) => digit + gaps[at]).join('');
				// A dot before zeros at the end is a decimal point.
				const digits = written.replace(/\.(?=0[^1-9]*$)/g, '-');
				const recipient = readNumber(item, `${mark}${prefix}${digits}${mark}`, source);
				expect(recipient.e164).toBe(number.number);
				expect(recipient.digits).toBe(number.number.slice(1));
			},
		),
		{ numRuns: 300 },
	);
});

it.each(['NATIONAL', 'INTERNATIONAL', 'E.164'] as const)(
	'reads the %s form of every country',
	(form) => {
		for (const number of numbers) {
			const defaultCountry = number.country as CountryCode;
			const recipient = readNumber(item, number.format(form), { ...source, defaultCountry });
			expect(recipient.e164).toBe(number.number);
		}
	},
);

it('throws nothing but NodeOperationError, for any text', async () => {
	const rubbish = fc.oneof(
		fc.string(),
		anyText(),
		fc.stringMatching(/^[+0-9() .;a-z=-]{0,30}$/),
		fc.jsonValue(),
		fc.double(),
		fc.bigInt(),
	);
	const country = fc.constantFrom<CountryCode | undefined>(undefined, 'VN', 'TH', 'US');
	await fc.assert(
		fc.property(rubbish, country, (typed, defaultCountry) => {
			try {
				const { e164 } = readNumber(item, typed, { ...source, defaultCountry });
				expect(e164).toMatch(/^\+[1-9]\d{4,16}$/);
			} catch (thrown) {
				expect(thrown).toBeInstanceOf(NodeOperationError);
			}
		}),
		{ numRuns: 1000 },
	);
});

describe('Allowed Countries', () => {
	const readWith = async (allowedCountries: unknown, typed: string, more: object = {}) => {
		const credential = { allowedCountries } as never;
		const options = { sendNumberUnchanged: typed === '191' };
		const allowed = await itemOf({ credential, parameters: { options } });
		return readNumber(allowed.item, typed, { ...source, ...more });
	};

	it('allows every country if none is chosen', async () => {
		expect((await readWith([], '+84919273027')).country).toBe('VN');
	});

	it('allows the chosen countries', async () => {
		expect((await readWith(['TH', 'VN'], '+84919273027')).country).toBe('VN');
	});

	it.each([
		['+66812345678', '+66812345678', 'Thailand'],
		['191', '191', 'an unknown country'],
		['+883 5100 1234 5678', '+883510012345678', 'an unknown country'],
	])('refuses %s', async (typed, text, place) => {
		const { message, outcome } = await failureOf(async () => await readWith(['VN'], typed));
		expect(message).toBe(
			`Mobile “${text}” belongs to ${place}, which this credential may not reach`,
		);
		expect(outcome).toBe('notSent');
	});

	it('refuses a number sent unchanged that can be read in two ways', async () => {
		const { item: allowed } = await itemOf({
			credential: { allowedCountries: ['VN', 'LU'] } as never,
			parameters: { options: { sendNumberUnchanged: true } },
		});
		const typed = '00352 234 567';
		const { message } = await failureOf(() =>
			readNumber(allowed, typed, { ...source, defaultCountry: 'VN' }),
		);
		expect(message).toContain('belongs to an unknown country');
	});

	it('does not apply to a number that nobody calls', async () => {
		const recipient = await readWith(['VN'], '+66812345678', { isDestination: false });
		expect(recipient.country).toBe('TH');
	});
});

it.each([
	['Thai', '๐๘๑ ๒๓๔ ๕๖๗๘', '+66812345678'],
	['Persian, with 00', '۰۰۶۶ ۸۱ ۲۳۴ ۵۶۷۸', '+66812345678'],
	['Arabic', '+٦٦٨١٢٣٤٥٦٧٨', '+66812345678'],
	['full width', '００６６８１２３４５６７８', '+66812345678'],
])('reads the digits of %s', (_, typed, e164) => {
	expect(readNumber(item, typed, { ...source, defaultCountry: 'TH' }).e164).toBe(e164);
});
