import { isRecord } from '../../../nodes/shared/values';

it('tells a record from all else', () => {
	expect([{}, { a: 1 }].map(isRecord)).toEqual([true, true]);
	expect([[], null, undefined, 'x', 5].map(isRecord)).toEqual([false, false, false, false, false]);
});
