import fc from 'fast-check';
import { kindObjection } from '../../../../nodes/shared/numbers/numberKinds';
import type { CountryCode } from '../../../../nodes/shared/numbers/phoneLibrary';
import { readNumber } from '../../../../nodes/shared/numbers/phoneNumber';
import { isNumber, readText } from '../../../../nodes/shared/numbers/readings';
import type { ValidNumber } from '../../../../nodes/shared/numbers/readings';
import { failureOf } from '../../support/failure';
import { itemOf } from '../../support/item';

function valid(text: string, country?: CountryCode): ValidNumber {
	const reading = readText(text, country);
	if (isNumber(reading)) return reading;
	throw new Error(`“${text}” is not valid: ${reading.reason}`);
}

const COSTLY: Array<[string, string]> = [
	['+44 909 879 0000', 'a premium-rate number'],
	['+1 900 234 5678', 'a premium-rate number'],
	['+84 1900 1234', 'a premium-rate number'],
	['+66 1900 123 456', 'a premium-rate number'],
	['+979 123 456 789', 'a premium-rate number'],
	['+49 180 5 1234567', 'a shared-cost number'],
	['+808 1234 5678', 'a shared-cost number'],
	['+44 7012 345678', 'a personal number, which forwards at a price of its own'],
	['+878 10 1234567890', 'a personal number, which forwards at a price of its own'],
	['+44 7640 123456', 'a pager number'],
	['+49 177 99 1234567', 'a voicemail number'],
	['+84 1800 1234', 'a toll-free number'],
	['+800 1234 5678', 'a toll-free number'],
	['+44 303 123 4567', 'a company number (UAN)'],
	['+888 123 456 78901', 'a company number (UAN)'],
	['+870 773111632', 'a satellite number'],
	['+881 612345678', 'a satellite number'],
	['+882 13300000', 'a number of an international network'],
	['+883 510012345678', 'a number of an international network'],
];
const REACHED = ['+84919273027', '+66812345678', '+842438251234', '+12025550123', '+31201234567'];

it.each(COSTLY)('objects to %s, which is %s', (text, kind) => {
	expect(kindObjection(valid(text))).toMatchObject({
		reason: `is ${kind}`,
		advice: expect.stringContaining('Send Number Unchanged'),
	});
});

it.each(REACHED)('calls %s', (text) => {
	expect(kindObjection(valid(text))).toBeUndefined();
});

it('texts no landline, but mobiles and numbers that may be mobiles', () => {
	expect(kindObjection(valid('02 123 4567', 'TH'), true)).toEqual({
		reason: 'is a landline, which takes no text message',
		advice: expect.stringContaining('Enter a mobile number'),
	});
	for (const text of ['+66812345678', '+12025550123'])
		expect(kindObjection(valid(text), true)).toBeUndefined();
});

describe('readNumber', () => {
	const readWith = async (
		typed: string,
		setting: { options?: object; allowed?: string[] },
		more = {},
	) => {
		const credential = { allowedCountries: setting.allowed ?? [] } as never;
		const parameters = { options: setting.options ?? {} } as never;
		const { item } = await itemOf({ credential, parameters });
		return readNumber(item, typed, { parameter: 'Mobile', ...more });
	};

	it('refuses a costly recipient also in an allowed country, and however it is written', async () => {
		const gap = fc.constantFrom('', ' ', '-', '.');
		await fc.assert(
			fc.asyncProperty(fc.constantFrom(...COSTLY), gap, async ([text, kind], mark) => {
				const { country, number } = valid(text).number;
				const allowed = country ? [country] : [];
				const typed = text.replaceAll(' ', mark);
				const { message } = await failureOf(async () => await readWith(typed, { allowed }));
				expect(message).toBe(`Mobile “${number}” is ${kind}`);
			}),
		);
	});

	it('refuses it also if the provider skips invalid numbers', async () => {
		const { message } = await failureOf(
			async () => await readWith('+979 123 456 789', {}, { acceptsInvalid: true }),
		);
		expect(message).toContain('is a premium-rate number');
	});

	it('returns it as typed with Send Number Unchanged', async () => {
		const options = { sendNumberUnchanged: true };
		const { e164 } = await readWith('+1 900 234 5678', { options });
		expect(e164).toBe('+1 900 234 5678');
		const text = await readWith('02 123 4567', { options }, { isText: true, defaultCountry: 'TH' });
		expect(text.e164).toBe('02 123 4567');
	});

	it('returns it if nobody calls it: a caller', async () => {
		const { e164 } = await readWith('+800 1234 5678', {}, { isDestination: false });
		expect(e164).toBe('+80012345678');
	});
});
