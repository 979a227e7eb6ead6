import { Recent, RecentMap } from '../shared/recent';

it('keeps only the newest entries', () => {
	const recent = new Recent<number>(3);
	for (let i = 1; i <= 5; i++) recent.push(i);
	expect(recent.length).toBe(3);
	expect(recent.oldestFirst()).toEqual([3, 4, 5]);
	expect(recent.newestFirst()).toEqual([5, 4, 3]);
	for (let i = 6; i <= 100; i++) recent.push(i);
	expect(recent.oldestFirst()).toEqual([98, 99, 100]);
});

it('returns excerpts', () => {
	const recent = new Recent<number>(10);
	for (let i = 1; i <= 15; i++) recent.push(i);
	expect(recent.newestFirst()).toEqual(recent.oldestFirst().reverse());
	expect(recent.newestFirst()).toHaveLength(10);
	expect(recent.newestFirst({ count: 2 })).toEqual([15, 14]);
	expect(recent.newestFirst({ offset: 8, count: 5 })).toEqual([7, 6]);
	expect(recent.newestFirst({ where: (i) => i % 4 === 0 })).toEqual([12, 8]);
	recent.clear();
	expect(recent.newestFirst()).toEqual([]);
});

it('drops the keys that were added first', () => {
	const map = new RecentMap<string, number>(2);
	map.set('a', 1).set('b', 2).set('a', 3).set('c', 4);
	expect([...map]).toEqual([
		['b', 2],
		['c', 4],
	]);
});
