import {
	callerOf,
	recipientsOf,
	skippedOf,
} from '../../../../nodes/VoiceOtpAdvanced/call/recipients';
import { failureOf } from '../../support/failure';
import { itemOf } from '../../support/item';

const itemWith = async (parameters: object, credential: object = {}) =>
	(await itemOf({ parameters: parameters as never, credential: credential as never })).item;
const recipients = async (callees: unknown, options: object = {}) =>
	recipientsOf(await itemWith({ callees, options }));

describe('callerOf', () => {
	it('returns the number in E.164', async () => {
		expect(callerOf(await itemWith({ caller: '+31 20 123 4567' }))).toBe('+31201234567');
	});

	it('accepts a number of a country that is not allowed', async () => {
		const item = await itemWith({ caller: '+31201234567' }, { allowedCountries: ['VN'] });
		expect(callerOf(item)).toBe('+31201234567');
	});

	it('accepts up to 24 characters of a number that is sent unchanged', async () => {
		const options = { sendNumberUnchanged: true };
		const callerWith = async (length: number) =>
			callerOf(await itemWith({ caller: '1'.repeat(length), options }));
		expect(await callerWith(24)).toHaveLength(24);
		expect(await failureOf(async () => await callerWith(25))).toMatchObject({
			message: 'Caller is 25 characters long; at most 24 are possible',
			description: 'Enter a number such as +31 20 123 4567.',
			outcome: 'notSent',
		});
	});

	it.each([undefined, '', 'me'])('refuses %j', async (caller) => {
		const item = await itemWith({ caller });
		expect((await failureOf(() => callerOf(item))).message).toMatch(
			/^Caller (is empty|“me” is not)/,
		);
	});
});

describe('recipientsOf', () => {
	const both = ['+84919273027', '+66812345678'];

	it.each([
		['+84 919 273 027', ['+84919273027']],
		['+84919273027, +66812345678', both],
		['+84919273027;+66812345678', both],
		[' +84919273027\n\n+66812345678,\r\n', both],
		['+84919273027 | +66812345678', both],
		['+84919273027\t+66812345678', both],
		['+84919273027、＋66812345678；', both],
		['"+84919273027", "+66812345678"', both],
		['["+84919273027","+66812345678"]', both],
		[['+84919273027', '+66812345678'], both],
		[[['+84919273027'], '+66812345678, '], both],
		[['+84919273027', null, ''], ['+84919273027']],
	])('reads %j', async (callees, expected) => {
		expect(await recipients(callees)).toEqual(expected);
	});

	it('returns each number once, however often it is named', async () => {
		expect(await recipients('+84919273027, 0084 919 273 027, +84919273027')).toEqual([
			'+84919273027',
		]);
	});

	it('reads numbers from an expression', async () => {
		expect(await recipients([919_273_027], { defaultCountry: 'VN' })).toEqual(['+84919273027']);
	});

	it.each([undefined, '', ' , ;\n', []])('refuses %j, which has no number', async (callees) => {
		const { message } = await failureOf(async () => await recipients(callees));
		expect(message).toBe('Callees is empty');
	});

	it.each([
		['+84919273027, +979 123 456 789', 'Callees “+979123456789” is a premium-rate number'],
		['+4930123456 / 57', 'it holds several numbers'],
		['84919273027', 'the plus is missing'],
		['{{ $json.phones }}', 'it is an expression'],
	])('refuses %j', async (callees, words) => {
		const { message } = await failureOf(async () => await recipients(callees));
		expect(message).toContain(words);
	});

	it('refuses all numbers if one is invalid', async () => {
		const { message } = await failureOf(async () => await recipients('+84919273027, 12'));
		expect(message).toContain('Callees “12” is not a valid phone number');
	});

	it.each([true, 'true'])('returns invalid numbers too with %j', async (value) => {
		const options = { disableCalleesValidation: value };
		expect(await recipients('+84 919 273 027, 12', options)).toEqual(['+84919273027', '12']);
	});

	it('refuses invalid numbers with validation switched on', async () => {
		const options = { disableCalleesValidation: false };
		const { message } = await failureOf(async () => await recipients('12', options));
		expect(message).toContain('Callees “12” is not a valid phone number');
	});

	it('refuses a Disable Callees Validation that is neither true nor false', async () => {
		const options = { disableCalleesValidation: 'no' };
		const { message } = await failureOf(async () => await recipients('+84919273027', options));
		expect(message).toBe('Disable Callees Validation is “no”, which is neither true nor false');
	});

	it('refuses a number of a country that is not allowed', async () => {
		const item = await itemWith({ callees: '+66812345678' }, { allowedCountries: ['VN'] });
		expect((await failureOf(() => recipientsOf(item))).message).toBe(
			'Callees “+66812345678” belongs to Thailand, which this credential may not reach',
		);
	});
});

it('says which recipients CM.com may skip: those that are not valid, if validation is off', async () => {
	const invalid = ['12', 'lobby', '+84600000000'];
	const skippedWith = async (options: object) =>
		skippedOf(await itemWith({ options }), ['+84919273027', ...invalid]);
	expect(await skippedWith({ disableCalleesValidation: true })).toEqual(invalid);
	expect(await skippedWith({})).toEqual([]);
});
