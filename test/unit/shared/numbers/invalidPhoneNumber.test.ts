import { readNumber } from '../../../../nodes/shared/numbers/phoneNumber';
import type { NumberSource } from '../../../../nodes/shared/numbers/phoneNumber';
import { failureOf } from '../../support/failure';
import { itemOf } from '../../support/item';

async function read(typed: unknown, options: object = {}, more: Partial<NumberSource> = {}) {
	const { item } = await itemOf({ parameters: { options } as never, index: 1 });
	return readNumber(item, typed, { parameter: 'Mobile', ...more });
}

const refusal = (message: string, description: string) => ({
	kind: 'operation',
	message,
	description,
	outcome: 'notSent',
	itemIndex: 1,
});
const UNCHANGED = ' If you are sure it is right, switch on Send Number Unchanged under Options.';
const EXAMPLE = 'Enter a number such as +84 919 273 027 or +66 81 234 5678';

describe('readNumber refuses', () => {
	it.each([
		['+841', 'it is too short'],
		['00', 'it is too short'],
		[`+84${'9'.repeat(20)}`, 'it is too long'],
		// 17 digits, which the library takes for valid: E.164 has 15 at most.
		['+49201000000000000', 'it is too long'],
		['+84 600 000 000', 'no network has such a number'],
		['+999 123 456 789', 'no country has its country code'],
	])('%s, which may be right all the same: %s', async (typed, why) => {
		expect(await failureOf(async () => await read(typed))).toEqual(
			refusal(`Mobile “${typed}” is not a valid phone number: ${why}`, `${EXAMPLE}.${UNCHANGED}`),
		);
	});

	it.each([
		['hello', 'it holds no phone number', /check the expression/],
		['call +84 919 273 027', 'there is other text beside the number', /check the expression/],
		['+84919273027, +84919273028', 'it holds several numbers', /by itself/],
		['0919273027', 'its country code is missing', /country code.* Default Country/],
		['000919273027', 'its country code is missing', /country code.* Default Country/],
		['+0919273027', 'its country code is missing', /country code.* Default Country/],
		[
			'84919273027',
			'the plus is missing in front of its country code',
			/\+84919273027, write it with the plus/,
		],
		['+84 919 273 027 ext. 5', 'it has an extension', /Leave the extension out/],
		['8.4919E+10', 'a spreadsheet shortened it, and digits were lost', /column .* as text/],
		[
			'{{ $json.phone }}',
			'it is an expression in a field that is set to Fixed',
			/switch the field to Expression/,
		],
	])('%s, which no provider takes: %s', async (typed, why, advice) => {
		const { message, description } = await failureOf(async () => await read(typed));
		expect(message).toBe(`Mobile “${typed}” is not a valid phone number: ${why}`);
		expect(description).toMatch(advice);
		expect(description).not.toContain('Send Number Unchanged');
	});

	it('the whole number 0', async () => {
		const { message } = await failureOf(async () => await read(0));
		expect(message).toBe('Mobile “0” is not a valid phone number: it is too short');
	});

	it('a long text, and names 40 characters of it', async () => {
		const { message } = await failureOf(async () => await read(` ${'x'.repeat(41)}`));
		expect(message).toContain(`“${'x'.repeat(40)}”`);
	});

	it.each(['', '  ', null, undefined])('an empty number, typed as %j', async (typed) => {
		expect(await failureOf(async () => await read(typed))).toEqual(
			refusal('Mobile is empty', `${EXAMPLE}, or check the expression in it.`),
		);
	});

	it.each([
		['VN', 'Enter a number such as 0919 273 027 or +84 919 273 027'],
		['TH', 'Enter a number such as 081 234 5678 or +66 81 234 5678'],
		['NL', EXAMPLE],
	] as const)('a text in %s, with an example from there', async (defaultCountry, example) => {
		const empty = await failureOf(async () => await read('', {}, { defaultCountry }));
		expect(empty.description).toBe(`${example}, or check the expression in it.`);
		const short = await failureOf(async () => await read('1', {}, { defaultCountry }));
		expect(short.description).toBe(`${example}.${UNCHANGED}`);
	});

	it.each([
		[{ a: 1 }, '{"a":1}'],
		[['0919273027'], '["0919273027"]'],
		[true, 'true'],
		[1.5, '1.5'],
		[-1, '-1'],
	])('%j, which is neither a text nor a whole number', async (typed, text) => {
		expect(await failureOf(async () => await read(typed))).toEqual(
			refusal(
				`Mobile “${text}” is not a valid phone number: it is neither a text nor a whole number`,
				'Give it one phone number, and check the expression in it.',
			),
		);
	});

	it.each([
		['XX', 'XX'],
		['vn', 'vn'],
		[5, '5'],
		[['VN'], '["VN"]'],
	])('a number with Default Country %j', async (defaultCountry, text) => {
		expect(await failureOf(async () => await read('+84919273027', { defaultCountry }))).toEqual(
			refusal(
				`Default Country is “${text}”, which is not a country code`,
				'Set Default Country to a code of two capital letters such as VN or TH, or to none.',
			),
		);
	});

	it('a number if Send Number Unchanged is neither true nor false', async () => {
		const options = { sendNumberUnchanged: 'maybe' };
		expect(await failureOf(async () => await read('+84919273027', options))).toEqual(
			refusal(
				'Send Number Unchanged is “maybe”, which is neither true nor false',
				'Set Send Number Unchanged to true or false.',
			),
		);
	});

	it('a national number without a default country', async () => {
		const options = { defaultCountry: 'none' };
		const { message } = await failureOf(
			async () => await read('0919273027', options, { defaultCountry: 'VN' }),
		);
		expect(message).toContain('its country code is missing');
	});
});
