import fc from 'fast-check';
import { bodiesLike } from './bodies';
import type { Body } from './bodies';
import { withEchoes } from './echo';
import type { Hidden } from './echo';
import { anyText } from './json';
import type { FullResponse } from '../../unit/support/execution';

/** An answer, or instead of it what n8n throws. */
export interface FuzzedAnswer {
	status: number;
	headers: Record<string, unknown>;
	body: Body;
	/** Node's or axios' code of a request without an answer. */
	lost?: string;
}

const STATUSES = [
	201, 202, 204, 206, 299, 300, 301, 302, 304, 307, 308, 400, 401, 403, 404, 405, 408,
];
const MORE_STATUSES = [
	409, 413, 418, 422, 429, 429, 500, 502, 503, 503, 503, 504, 599, 0, 100, 600, 999,
];
const CODES = [
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'ECONNRESET',
	'ETIMEDOUT',
	'ECONNABORTED',
	'EPROTO',
];
const MORE_CODES = [
	'ERR_CANCELED',
	'HPE_INVALID_CONSTANT',
	'CERT_HAS_EXPIRED',
	'EHOSTUNREACH',
	'ERR_BAD_RESPONSE',
	'',
];

const status = fc.oneof(
	{ weight: 5, arbitrary: fc.constant(200) },
	{ weight: 3, arbitrary: fc.constantFrom(...STATUSES, ...MORE_STATUSES) },
);

const LOCATIONS = [
	...[
		'https://elsewhere.example/\uE000',
		'https://\uE000.example/',
		'https://x:\uE003@elsewhere.example/',
	],
	...[
		'//',
		'',
		'https://\uE003.example/',
		'/voice-otp',
		'javascript:\uE000',
		'https://[',
		'undefined',
	],
];
const WAITS = [
	'0',
	'1',
	'59',
	'60',
	'61',
	'3600',
	'-1',
	'0.0005',
	'1e3',
	'soon',
	'9'.repeat(30),
	' 2 ',
];
const DATES = [
	'Wed, 21 Oct 2015 07:28:00 GMT',
	'\uE000',
	'Fri, 31 Dec 9999 23:59:59 GMT',
	'12:00',
	'',
];
const TYPES = [
	'application/json',
	'text/html',
	'text/plain; charset=tis-620',
	'image/png',
	'',
	'\uE003',
];

const headers = fc
	.record(
		{
			'content-type': fc.constantFrom<unknown>(...TYPES, ['application/json', 'text/html'], 7),
			'retry-after': fc.constantFrom<unknown>(...WAITS, ...DATES, ['1', '2'], 1),
			location: fc.constantFrom<unknown>(...LOCATIONS, [
				'https://a.example/',
				'https://b.example/',
			]),
			'x-any': anyText,
			'Content-Encoding': fc.constantFrom('gzip', 'br', 'identity'),
			constructor: fc.constant('1'),
		},
		{ requiredKeys: [] },
	)
	.map((given) => ({ ...given }) as Record<string, unknown>);

const lost = fc.oneof(
	{ weight: 30, arbitrary: fc.constant(undefined) },
	{ weight: 1, arbitrary: fc.constantFrom(...CODES, ...MORE_CODES) },
);

/** Answers as an operation with these documented bodies may get them. */
export const answersLike = (documented: unknown[]): fc.Arbitrary<FuzzedAnswer> =>
	fc.record({ status, headers, body: bodiesLike(documented), lost });

function echoed(value: unknown, hidden: Hidden): unknown {
	if (typeof value === 'string') return withEchoes(value, hidden);
	if (Array.isArray(value)) return value.map((inner) => echoed(inner, hidden));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, inner]) => [name, echoed(inner, hidden)]),
	);
}

/**
 * The answer as n8n's helper returns it.
 *
 * @throws Error as n8n throws it, where there is none
 */
export function given(answer: FuzzedAnswer, hidden: Hidden): FullResponse {
	const { lost: code } = answer;
	if (code !== undefined)
		throw Object.assign(new Error(`read ${code} ${hidden.code} ${hidden.password}`), {
			cause: { code, message: hidden.code },
		});
	return {
		statusCode: answer.status,
		headers: echoed(answer.headers, hidden) as Record<string, unknown>,
		body: answer.body.bytes(hidden),
	};
}
