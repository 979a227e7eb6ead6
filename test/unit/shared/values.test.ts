import fc from 'fast-check';
import { isRecord, isTooDeep, listOf, plainText } from '../../../nodes/shared/values';

describe('plainText', () => {
	it.each([
		[' text\n', 'text'],
		[0, '0'],
		[12.5, '12.5'],
		[false, 'false'],
		[true, 'true'],
	])('returns the text of %j', (value, expected) => {
		expect(plainText(value)).toBe(expected);
	});

	it.each([[undefined], [null], [{}], [['x']], [{ toString: 1 }], [' ']])(
		'returns an empty text for %j',
		(value) => {
			expect(plainText(value)).toBe('');
		},
	);

	it('never throws for any value', () => {
		fc.assert(
			fc.property(fc.anything({ withNullPrototype: true }), (value) => {
				expect(plainText(value)).toBe(plainText(value).trim());
			}),
		);
	});
});

describe('isRecord', () => {
	it('accepts only JSON objects', () => {
		expect([{}, { a: 1 }].map(isRecord)).toEqual([true, true]);
		const others = [[], null, undefined, 'x', 5];
		expect(others.map(isRecord)).toEqual(others.map(() => false));
	});
});

describe('isTooDeep', () => {
	const nested = (depth: number): unknown => (depth === 0 ? 'x' : { inner: [nested(depth - 1)] });

	it('accepts single values and 64 levels', () => {
		for (const value of [undefined, null, '', 5, {}, [], nested(32)])
			expect(isTooDeep(value)).toBe(false);
	});

	it('refuses more levels, in lists and objects at any place', () => {
		expect(isTooDeep([nested(32)])).toBe(true);
		expect(isTooDeep({ shallow: 1, deep: nested(32) })).toBe(true);
		expect(isTooDeep(nested(1000))).toBe(true);
	});
});

describe('listOf', () => {
	it('makes a list of one, several or no values', () => {
		expect(listOf([1, 2])).toEqual([1, 2]);
		expect([listOf(1), listOf(0)]).toEqual([[1], [0]]);
		// toEqual takes [undefined] for [].
		for (const nothing of [undefined, null]) expect(listOf(nothing)).toStrictEqual([]);
	});
});
