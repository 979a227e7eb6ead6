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
	nationalNumber: '919273027',
	digits: '84919273027',
	country: 'VN',
};
describe('readNumber', () => {
	it.each([
		['+84919273027'],
		['+84 919 273 027'],
		['  +84 (0) 919-273-027 '],
		['0084 919273027'],
		['00 (84) 919.273.027'],
		['\u202a+84 919 273 027\u202c'],
		['+８４９１９２７３０２７'],
	])('reads %s', async (typed) => {
		expect(await read(typed)).toEqual(vietnamese);
	});

	it('returns the three forms that providers expect', async () => {
		expect(await read('+66 81 234 5678')).toEqual({
			e164: '+66812345678',
			nationalNumber: '812345678',
			digits: '66812345678',
			country: 'TH',
		});
	});

	it.each(['0919 273 027', '919273027', '84919273027', 919_273_027, 84_919_273_027])(
		'reads a national number with a default country: %j',
		async (typed) => {
			expect(await read(typed, {}, { defaultCountry: 'VN' })).toEqual(vietnamese);
			expect(await read(typed, { defaultCountry: 'VN' }, { defaultCountry: 'TH' })).toEqual(
				vietnamese,
			);
		},
	);

	it.each(['', null, undefined])(
		"uses the node's country with Default Country %j",
		async (chosen) => {
			const options = { defaultCountry: chosen };
			expect(await read('0919273027', options, { defaultCountry: 'VN' })).toEqual(vietnamese);
		},
	);
});

describe('Send Number Unchanged', () => {
	const options = { sendNumberUnchanged: true };

	it('returns an invalid number as typed, without spaces around it', async () => {
		const [e164, digits] = ['call 191', 'call 191'];
		expect(await read(' call 191 ', options)).toEqual({
			e164,
			digits,
			country: undefined,
		});
	});

	it('returns a valid number as typed, with its country', async () => {
		const [e164, digits] = Array.from({ length: 2 }, () => '+84 919-273-027');
		expect(await read('+84 919-273-027', options)).toEqual({
			e164,
			digits,
			country: 'VN',
		});
	});

	it.each(['{{ $json.phone }}', { a: 1 }])('refuses %j, which no provider takes', async (typed) => {
		const { message } = await failureOf(async () => await read(typed, options));
		expect(message).toContain('is not a valid phone number');
	});

	it('refuses an empty number', async () => {
		const { message } = await failureOf(async () => await read(' ', options));
		expect(message).toBe('Mobile is empty');
	});

	it('is off with the text false', async () => {
		expect(await read('+84 919 273 027', { sendNumberUnchanged: 'false' })).toEqual(vietnamese);
	});
});

it('returns an invalid number as typed if the provider skips those, and a valid number in its form', async () => {
	expect(await read('call 191', {}, { acceptsInvalid: true })).toMatchObject({ e164: 'call 191' });
	expect(await read('+84 919 273 027', {}, { acceptsInvalid: true })).toEqual(vietnamese);
});

it.each([
	'+4930123456 / 57',
	'8.4919E+10',
	'+6281234567.0',
	'+84919273027 ext 5',
	'{{ $json.phone }}',
	'',
])(
	'refuses %j also if the provider skips invalid numbers: it could reach another person',
	async (typed) => {
		const { outcome } = await failureOf(
			async () => await read(typed, {}, { acceptsInvalid: true }),
		);
		expect(outcome).toBe('notSent');
	},
);
