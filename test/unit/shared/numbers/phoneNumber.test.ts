import { readNumber } from '../../../../nodes/shared/numbers/phoneNumber';
import type { NumberSource } from '../../../../nodes/shared/numbers/phoneNumber';
import { failureOf } from '../../support/failure';
import { itemOf } from '../../support/item';

async function read(typed: unknown, options: object = {}, more: Partial<NumberSource> = {}) {
	const { item } = await itemOf({ parameters: { options } as never, index: 1 });
	return readNumber(item, typed, { parameter: 'Mobile', ...more });
}

const vietnamese = {
	e164: '+84919273027',
	national: '0919273027',
	digits: '84919273027',
	country: 'VN',
};
describe('a number', () => {
	it.each([
		['+84919273027'],
		['+84 919 273 027'],
		['  +84 (0) 919-273-027 '],
		['0084 919273027'],
		['00 (84) 919.273.027'],
		['\u202a+84 919 273 027\u202c'],
		['+８４９１９２７３０２７'],
	])('is read however it is typed: %s', async (typed) => {
		expect(await read(typed)).toEqual(vietnamese);
	});

	it('comes in the three forms that providers want', async () => {
		expect(await read('+66 81 234 5678')).toEqual({
			e164: '+66812345678',
			national: '0812345678',
			digits: '66812345678',
			country: 'TH',
		});
	});

	it.each(['0919 273 027', '919273027', '84919273027', 919_273_027, 84_919_273_027])(
		'needs no country code where there is a default country: %j',
		async (typed) => {
			expect(await read(typed, {}, { defaultCountry: 'VN' })).toEqual(vietnamese);
			expect(await read(typed, { defaultCountry: 'VN' }, { defaultCountry: 'TH' })).toEqual(
				vietnamese,
			);
		},
	);

	it.each(['', null, undefined])(
		'with Default Country %j is of that of the node',
		async (chosen) => {
			const options = { defaultCountry: chosen };
			expect(await read('0919273027', options, { defaultCountry: 'VN' })).toEqual(vietnamese);
		},
	);
});

describe('Send Number Unchanged', () => {
	const options = { sendNumberUnchanged: true };

	it('hands on a number that is not valid, trimmed and otherwise as typed', async () => {
		const [e164, national, digits] = ['call 191', 'call 191', 'call 191'];
		expect(await read(' call 191 ', options)).toEqual({
			e164,
			national,
			digits,
			country: undefined,
		});
	});

	it('hands on a valid number as typed too, and still knows its country', async () => {
		const [e164, national, digits] = Array.from({ length: 3 }, () => '+84 919-273-027');
		expect(await read('+84 919-273-027', options)).toEqual({
			e164,
			national,
			digits,
			country: 'VN',
		});
	});

	it('does not hand on nothing', async () => {
		const { message } = await failureOf(async () => await read(' ', options));
		expect(message).toBe('Mobile is empty');
	});

	it('is off as text too', async () => {
		expect(await read('+84 919 273 027', { sendNumberUnchanged: 'false' })).toEqual(vietnamese);
	});
});

it('an invalid number is handed on where the provider passes over those, a valid one in its form', async () => {
	expect(await read('call 191', {}, { acceptsInvalid: true })).toMatchObject({ e164: 'call 191' });
	expect(await read('+84 919 273 027', {}, { acceptsInvalid: true })).toEqual(vietnamese);
});
