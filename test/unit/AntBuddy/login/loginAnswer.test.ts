import fc from 'fast-check';
import { keysIn, readToken } from '../../../../nodes/AntBuddy/login/loginAnswer';
import { readAnswer } from '../../../../nodes/shared/answer/readAnswer';

const tokenIn = (body: unknown) => readToken(readAnswer(200, {}, JSON.stringify(body)));
const KEYS = ['access_token', 'accessToken', 'token', 'access', 'key'];
const PLACES = ['data', 'result', 'tokens'];

describe('readToken', () => {
	it.each([...KEYS, 'ACCESS_TOKEN', 'AccessToken', 'access-token', ' Token ', 'Key'])(
		'finds a token under %j, at the top or in data, result or tokens',
		(key) => {
			expect(tokenIn({ [key]: 'abc', other: 'x' })).toBe('abc');
			for (const place of [...PLACES, 'Data', 'TOKENS'])
				expect(tokenIn({ ok: true, [place]: { [key]: 'abc' } })).toBe('abc');
			expect(tokenIn({ data: { tokens: { [key]: 'abc', refresh: 'x' } } })).toBe('abc');
		},
	);

	it('finds a bare token', () => {
		expect(readToken(readAnswer(200, {}, 'abc.def-1'))).toBe('abc.def-1');
		for (const body of ['abc', { data: 'abc' }, { tokens: 'abc' }])
			expect(tokenIn(body)).toBe('abc');
	});

	it.each(['Bearer abc', 'bearer abc', 'BEARER  abc', ' abc ', 'abc\r\n', '\tBearer\nabc\n'])(
		'reads %j without what is around the token',
		(written) => {
			expect(tokenIn(written)).toBe('abc');
			expect(readToken(readAnswer(200, {}, written))).toBe('abc');
			expect(tokenIn({ token: written })).toBe('abc');
			expect(tokenIn({ data: { access: written } })).toBe('abc');
		},
	);

	it.each(['abc-bearer', 'bearerabc', 'a.bearer'])('keeps %s, which is a token', (token) => {
		expect(tokenIn({ token })).toBe(token);
	});

	it('looks no further than three levels deep', () => {
		expect(tokenIn({ data: { data: { token: 'x' } } })).toBe('x');
		expect(tokenIn({ data: { data: { data: { token: 'x' } } } })).toBeUndefined();
	});

	it('prefers the upper level and the more specific name', () => {
		expect(tokenIn({ key: 'near', data: { access_token: 'far' } })).toBe('near');
		expect(tokenIn({ key: '4', access: '3', token: '2', accessToken: '1' })).toBe('1');
		expect(tokenIn({ token: '', access: 'x' })).toBe('x');
		expect(tokenIn({ data: 'ok', result: { token: 'x' } })).toBe('x');
	});

	it.each([
		[{}],
		[[]],
		[{ token: 5 }],
		[{ token: null, data: null }],
		[{ token: 'with blank' }],
		[{ token: 'with\nline' }],
		[{ token: 'größe' }],
		[{ token: 'Bearer ' }],
		[{ token: 'bearer' }],
		[{ result: 'success' }],
		[{ refresh: 'x', token_type: 'bearer', expires: 'x' }],
		[{ user: { token: 'of another thing' } }],
		[{ data: { data: { data: { token: 'too deep' } } } }],
		[['abc']],
		['not found'],
	])('finds no token in %j', (body) => {
		expect(tokenIn(body)).toBeUndefined();
	});

	it('returns a header value or nothing for any answer, and never throws', () => {
		const place = fc.constantFrom(...KEYS, ...PLACES);
		const text = fc
			.tuple(fc.constantFrom('', 'Bearer ', ' \n'), fc.string())
			.map((parts) => parts.join(''));
		const value = fc.oneof(fc.jsonValue(), text);
		const body = fc.oneof(
			value,
			fc.dictionary(place, fc.oneof(value, fc.dictionary(place, value))),
		);
		fc.assert(
			fc.property(body, (read) => {
				expect(tokenIn(read) ?? 'none').toMatch(/^[\x21-\x7e]+$/);
			}),
		);
	});

	it('reads any token in any of its places, however it is written', () => {
		const cased = (name: string) =>
			fc.constantFrom(
				name,
				name.toUpperCase(),
				name.replace(/^./, (first) => first.toUpperCase()),
			);
		const nameOf = (names: string[]) => fc.constantFrom(...names).chain(cased);
		const token = fc
			.stringMatching(/^[\x21-\x7e]{1,40}$/)
			.filter((text) => !/^bearer$/i.test(text));
		const around = fc.stringMatching(/^[ \t\r\n]*$/);
		fc.assert(
			fc.property(
				...[token, nameOf(KEYS), fc.array(nameOf(PLACES), { maxLength: 2 })],
				...[fc.constantFrom('', 'Bearer ', 'bearer\t'), around, around],
				(given, name, places, prefix, before, after) => {
					const written = `${before}${prefix}${given}${after}`;
					const body = places.reduce<unknown>((inner, place) => ({ [place]: inner }), {
						[name]: written,
					});
					expect(tokenIn(body)).toBe(given);
				},
			),
		);
	});
});

it('names the keys of every place for a token once, and of nothing else', () => {
	expect(keysIn({ user: { id: 1 }, data: { user: 1, expires: 2 }, tokens: 'x' })).toEqual([
		'user',
		'data',
		'tokens',
		'expires',
	]);
	for (const body of [undefined, [], [{ token: 1 }], 'abc']) expect(keysIn(body)).toEqual([]);
});
