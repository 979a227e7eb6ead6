import fc from 'fast-check';
import { ECHOES } from './echo';

/** Keys that mean something to JavaScript, to n8n, or to the readers under test. */
const KEYS = [
	...['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', 'toJSON'],
	...['then', 'length', '', ' ', 'error', 'errors', 'message', 'messages', 'detail', 'details'],
	...['description', 'status', 'success', 'code', 'otp', 'otp_code', 'data', 'results', 'next'],
	...['callee', 'call-id', 'result', ' result', 'isErrorCount', ' isErrorCount', 'isExprCode'],
	...['otpId', 'token', 'access_token', 'json', 'pairedItem', 'phoneNumber', 'verified', 'reason'],
	...['challenge', 'สถานะ', '🔑', '\uE000', '\uE003'],
];

const TEXTS = [
	...['', ' ', '0', '1', '-1', '00', '1e3', 'true', 'false', 'null', 'undefined', 'NaN', 'success'],
	...['Success', '0000', '0303', '0305', '305', '9999', 'สำเร็จ', 'ผิดพลาด', 'หมายเลขไม่ถูกต้อง'],
	...['OTP Code Expired', 'Authentication failed', 'ECONNREFUSED', '+84919273027', '66812345678'],
	...[
		'<b>',
		'{{ $json }}',
		'={{ 1 }}',
		'\u0000',
		'\u2028',
		'\uD800',
		'a\r\nb',
		'__proto__',
		'constructor',
	],
	...ECHOES,
	...ECHOES.map((echo) => `Got ${echo}!`),
];

const NUMBERS = [0, 1, -1, 10, 200, 303, 305, 1.5, 1e21, -1e-7, 2 ** 53, Number.MAX_VALUE];

/** Characters of all of Unicode, lone surrogates among them; fast-check's own unit takes seconds to set up. */
export const anyCharacters = (maxLength: number): fc.Arbitrary<string> =>
	fc
		.array(fc.oneof(fc.nat(0x7f), fc.nat(0xffff), fc.nat(0x10ffff)), { maxLength })
		.map((points) => String.fromCodePoint(...points));

export const anyKey = fc.oneof(
	{ weight: 4, arbitrary: fc.constantFrom(...KEYS) },
	{ weight: 1, arbitrary: anyCharacters(8) },
);

export const anyText = fc.oneof(
	{ weight: 6, arbitrary: fc.constantFrom(...TEXTS) },
	{ weight: 2, arbitrary: anyCharacters(30) },
	{
		weight: 1,
		arbitrary: fc
			.tuple(fc.constantFrom(...TEXTS), fc.constantFrom(...TEXTS))
			.map((both) => both.join(' ')),
	},
	{ weight: 1, arbitrary: fc.constantFrom(40, 400).map((length) => 'ยาว '.repeat(length / 4)) },
);

export const anyScalar = fc.oneof(
	{ weight: 6, arbitrary: anyText },
	{ weight: 2, arbitrary: fc.constantFrom<unknown>(null, true, false) },
	{ weight: 2, arbitrary: fc.constantFrom(...NUMBERS) },
);

/** An object of these entries, also of one whose key is `__proto__`. */
export const objectOf = (entries: Array<readonly [string, unknown]>): object =>
	Object.fromEntries(entries);

const nestedIn = (value: unknown, depth: number, key: string): unknown =>
	Array.from({ length: depth }).reduce(
		(inner) => (key === '' ? [inner] : objectOf([[key, inner]])),
		value,
	);

/** Any JSON value; now and then one that is deep. */
export const { any: anyJson } = fc.letrec<{ any: unknown; small: unknown; deep: unknown }>(
	(tie) => ({
		any: fc.oneof(
			{ weight: 8, arbitrary: anyScalar },
			{ weight: 5, arbitrary: tie('small') },
			{ weight: 1, arbitrary: tie('deep') },
		),
		small: fc.oneof(
			{ maxDepth: 4, depthSize: 'small' },
			anyScalar,
			fc.array(tie('small'), { maxLength: 3 }),
			fc.array(fc.tuple(anyKey, tie('small')), { maxLength: 4 }).map(objectOf),
		),
		deep: fc
			.tuple(
				anyScalar,
				fc.constantFrom(3, 5, 60, 63, 64, 65, 500),
				fc.constantFrom('', 'data', 'error', 'status', 'message'),
			)
			.map(([value, depth, key]) => nestedIn(value, depth, key)),
	}),
);
