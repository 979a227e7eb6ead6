import fc from 'fast-check';
import { nextPath, readPage, withoutCode } from '../../../../nodes/AntBuddy/call/calls';
import { failureOf } from '../../support/failure';
import { itemOf } from '../../support/item';

const calls = [{ id: 1 }, { id: 2 }];

describe('readPage', () => {
	it.each([
		['a bare list', calls],
		['results', { count: 2, next: null, results: calls }],
		['data', { data: calls, next: '' }],
		['results in data', { data: { results: calls }, next: 5 }],
	])('reads %s', (_, body) => {
		expect(readPage(body as never)).toEqual({ calls, next: undefined });
	});

	it('reads the first list in an answer', () => {
		expect(readPage({ results: 'none', data: calls } as never).calls).toEqual(calls);
		expect(readPage({ results: [], data: calls } as never).calls).toEqual([]);
	});

	it('reads a single call as a list of one, and an empty object as an empty list', () => {
		expect(readPage({ id: 1 }).calls).toEqual([{ id: 1 }]);
		expect(readPage({ data: { id: 1 } } as never).calls).toEqual([{ data: { id: 1 } }]);
		expect(readPage({}).calls).toEqual([]);
		expect(readPage([]).calls).toEqual([]);
	});

	it('wraps a value that is not an object', () => {
		expect(readPage(['a', null, [1], { id: 1 }]).calls).toEqual([
			{ value: 'a' },
			{ value: null },
			{ value: [1] },
			{ id: 1 },
		]);
	});

	it('returns the address of the next page', () => {
		expect(readPage({ results: [], next: 'https://a/?page=2' }).next).toBe('https://a/?page=2');
	});

	it('returns objects for any JSON, and never throws', () => {
		const body = fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue()));
		fc.assert(
			fc.property(body, (read) => {
				const page = readPage(read as never);
				for (const call of page.calls)
					expect(call !== null && typeof call === 'object' && !Array.isArray(call)).toBe(true);
				expect(page.next === undefined || page.next !== '').toBe(true);
			}),
		);
	});
});

describe('nextPath', () => {
	const credential = { baseUrl: 'https://alice.example.com/rest-api' };
	const pathOf = async (next: string | undefined) =>
		nextPath((await itemOf({ credential })).item, next);

	it.each([
		['https://alice.example.com/rest-api/voice-otp/?page=2', '/voice-otp/?page=2'],
		['http://alice.example.com/rest-api/voice-otp/?page=2', '/voice-otp/?page=2'],
		['/rest-api/voice-otp/?page=2&a=%20', '/voice-otp/?page=2&a=%20'],
		['https://someone@alice.example.com/rest-api/voice-otp/#x', '/voice-otp/'],
	])('returns the path of %s', async (next, path) => {
		expect(await pathOf(next)).toBe(path);
	});

	it('returns undefined without a next page', async () => {
		expect(await pathOf(undefined)).toBeUndefined();
	});

	it.each([
		['https://other.example.com/rest-api/voice-otp/', 'other.example.com'],
		['https://alice.example.com:8443/rest-api/voice-otp/', 'alice.example.com:8443'],
		['//other.example.com/rest-api/', 'other.example.com'],
		['https://alice.example.com/other-api/', 'alice.example.com'],
		['https://alice.example.com/rest-api/../other/', 'alice.example.com'],
		['https://alice.example.com/rest-apix/', 'alice.example.com'],
		['http://', 'not readable'],
	])('refuses %s, which must not get the login', async (next, host) => {
		expect(await failureOf(async () => await pathOf(next))).toEqual({
			kind: 'operation',
			message: `The list of calls goes on at another address (${host}), which is not followed`,
			description:
				'Set Limit to the number of calls of one page, or correct Base URL in the AntBuddy API credential.',
			outcome: 'notSent',
			itemIndex: 0,
		});
	});

	it('never leaves the base URL, for any next page', async () => {
		const { item } = await itemOf({ credential });
		const next = fc.oneof(fc.string(), fc.webUrl(), fc.webPath(), fc.domain());
		fc.assert(
			fc.property(next, (named) => {
				let path: string | undefined;
				try {
					path = nextPath(item, named);
				} catch {
					return;
				}
				expect(`${credential.baseUrl}${path}`).toBe(new URL(`${credential.baseUrl}${path}`).href);
				expect(path).toMatch(/^\//);
			}),
		);
	});
});

describe('withoutCode', () => {
	it.each(['otp', 'code', 'otp_code'])('masks %s', (key) => {
		expect(withoutCode({ id: 1, [key]: '123456' })).toEqual({ id: 1, [key]: '******' });
		expect(withoutCode({ [key]: 0 })).toEqual({ [key]: '******' });
		expect(withoutCode({ [key]: false })).toEqual({ [key]: '******' });
	});

	it.each([null, undefined, ''])('keeps %j, which means that there is no code', (otp) => {
		expect(withoutCode({ otp } as never)).toEqual({ otp });
	});

	it('masks a code at any depth', () => {
		const call = { data: [{ otp: '123456', id: 2 }], otp: ['1', { code: '2' }], status: 'queued' };
		expect(withoutCode(call)).toEqual({
			data: [{ otp: '******', id: 2 }],
			otp: ['******', { code: '******' }],
			status: 'queued',
		});
	});

	it('keeps everything else, and does not change its argument', () => {
		const call = { otp: '123456', otpId: '7', barcode: null };
		expect(withoutCode(call)).toEqual({ otp: '******', otpId: '7', barcode: null });
		expect(call.otp).toBe('123456');
	});
});
