import { isTooDeep } from '../../../nodes/shared/values';

const nested = (depth: number): unknown => (depth === 0 ? 'x' : { inner: [nested(depth - 1)] });

it('is not for single values, nor for 64 levels', () => {
	for (const value of [undefined, null, '', 5, {}, [], nested(32)])
		expect(isTooDeep(value)).toBe(false);
});

it('is for more, in lists and objects, wherever they stand', () => {
	expect(isTooDeep([nested(32)])).toBe(true);
	expect(isTooDeep({ shallow: 1, deep: nested(32) })).toBe(true);
	expect(isTooDeep(nested(1000))).toBe(true);
});
