import { callerOf, recipientsOf } from '../../../../nodes/VoiceOtpAdvanced/call/recipients';
import { failureOf } from '../../support/failure';
import { itemOf } from '../../support/item';

const itemWith = async (parameters: object, credential: object = {}) =>
	(await itemOf({ parameters: parameters as never, credential: credential as never })).item;
const recipients = async (callees: unknown, options: object = {}) =>
	recipientsOf(await itemWith({ callees, options }));

describe('the caller', () => {
	it('is sent in E.164', async () => {
		expect(callerOf(await itemWith({ caller: '+31 20 123 4567' }))).toBe('+31201234567');
	});

	it('may be of a country that must not be called', async () => {
		const item = await itemWith({ caller: '+31201234567' }, { allowedCountries: ['VN'] });
		expect(callerOf(item)).toBe('+31201234567');
	});

	it('may be up to 24 characters where it is sent as typed', async () => {
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

	it.each([undefined, '', 'me'])('is not %j', async (caller) => {
		const item = await itemWith({ caller });
		expect((await failureOf(() => callerOf(item))).message).toMatch(
			/^Caller (is empty|“me” is not)/,
		);
	});
});

describe('the callees', () => {
	const both = ['+84919273027', '+66812345678'];

	it.each([
		['+84 919 273 027', ['+84919273027']],
		['+84919273027, +66812345678', both],
		['+84919273027;+66812345678', both],
		[' +84919273027\n\n+66812345678,\r\n', both],
		[['+84919273027', '+66812345678'], both],
		[[['+84919273027'], '+66812345678, '], both],
		[['+84919273027', null, ''], ['+84919273027']],
	])('are read from %j', async (callees, expected) => {
		expect(await recipients(callees)).toEqual(expected);
	});

	it('are called once each, however often they are named', async () => {
		expect(await recipients('+84919273027, 0084 919 273 027, +84919273027')).toEqual([
			'+84919273027',
		]);
	});

	it('may be numbers, which an expression yields', async () => {
		expect(await recipients([919_273_027], { defaultCountry: 'VN' })).toEqual(['+84919273027']);
	});

	it.each([undefined, '', ' , ;\n', []])('are missing in %j', async (callees) => {
		const { message } = await failureOf(async () => await recipients(callees));
		expect(message).toBe('Callees is empty');
	});

	it('are all refused where one is invalid', async () => {
		const { message } = await failureOf(async () => await recipients('+84919273027, 12'));
		expect(message).toContain('Callees “12” is not a valid phone number');
	});

	it.each([true, 'true'])('are handed over, also invalid ones, with %j', async (value) => {
		const options = { disableCalleesValidation: value };
		expect(await recipients('+84 919 273 027, 12', options)).toEqual(['+84919273027', '12']);
	});

	it('are not handed over with validation switched on', async () => {
		const options = { disableCalleesValidation: false };
		const { message } = await failureOf(async () => await recipients('12', options));
		expect(message).toContain('Callees “12” is not a valid phone number');
	});

	it('are not read where nobody can tell whether to validate them', async () => {
		const options = { disableCalleesValidation: 'no' };
		const { message } = await failureOf(async () => await recipients('+84919273027', options));
		expect(message).toBe('Disable Callees Validation is “no”, which is neither true nor false');
	});

	it('must be in a country that may be called', async () => {
		const item = await itemWith({ callees: '+66812345678' }, { allowedCountries: ['VN'] });
		expect((await failureOf(() => recipientsOf(item))).message).toBe(
			'Callees “+66812345678” belongs to Thailand, which this credential may not reach',
		);
	});
});
