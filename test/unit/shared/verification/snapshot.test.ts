import { readSnapshot, snapshotOf } from '../../../../nodes/shared/verification/snapshot';
import type { Snapshot } from '../../../../nodes/shared/verification/snapshot';

const send = { id: 'a', at: 1, number: 'n', address: '', isReturned: false };
const trial = { id: 'a', expiry: 2, counted: 3, returned: 1, isVerified: true, isTold: false };
const EMPTY: Snapshot = { sends: [], trials: [], told: [] };

it('holds all that counts', () => {
	const all: Snapshot = {
		sends: [send, { ...send, id: 'b', address: 'x', isReturned: true }],
		trials: [trial, { ...trial, id: 'b', isVerified: false, isTold: true }],
		told: [['all', 5]],
	};
	expect(readSnapshot(snapshotOf(all))).toEqual(all);
	expect(readSnapshot(snapshotOf(EMPTY))).toEqual(EMPTY);
});

it('holds a send that is given back after an earlier snapshot', () => {
	const given = { ...send };
	const sends = [given];
	expect(readSnapshot(snapshotOf({ ...EMPTY, sends })).sends).toEqual([send]);
	given.isReturned = true;
	expect(readSnapshot(snapshotOf({ ...EMPTY, sends })).sends).toEqual([given]);
});

it('names nothing twice, because n8n copies it into every stored execution', () => {
	const sends = Array.from({ length: 1_000 }, () => send);
	expect(snapshotOf({ ...EMPTY, sends }).length).toBeLessThan(20 * sends.length);
});

it('writes a send that counts once, because thousands of them would hold up every request', () => {
	const sends = Array.from({ length: 100 }, () => ({ ...send }));
	const text = snapshotOf({ ...EMPTY, sends });
	const write = jest.spyOn(JSON, 'stringify');
	expect(snapshotOf({ ...EMPTY, sends })).toBe(text);
	expect(write.mock.calls.length).toBeLessThan(10);
	write.mockRestore();
});

it.each([
	...['', '{', 'null', '5', '"text"', '[]', '{}', '{"sends":{},"trials":5,"told":null}'],
	'{"sends":"rows"}',
])('holds nothing where it is of another form: %s', (text) => {
	expect(readSnapshot(text)).toEqual(EMPTY);
});

const row = {
	sends: ['a', 1, 'n', '', 0],
	trials: ['a', 2, 3, 1, 1, 0],
	told: ['all', 5],
};
const tables = Object.entries(row) as Array<[keyof Snapshot, unknown[]]>;

/** Rows that a later version or a bad disk may have left. */
const badRows = (good: unknown[]) => [
	...[null, 5, 'text', {}, []],
	...[good.slice(1), [...good, 0]],
	...good.map((value, column) => good.with(column, typeof value === 'string' ? 5 : 'text')),
	...good.map((_, column) => good.with(column, null)),
];

it.each(tables)('leaves out single rows of %s that cannot be read', (table, good) => {
	const text = JSON.stringify({ [table]: [...badRows(good), good, ...badRows(good)] });
	const expected = readSnapshot(JSON.stringify({ [table]: [good] }));
	expect(expected[table]).toHaveLength(1);
	expect(readSnapshot(text)).toEqual(expected);
});
