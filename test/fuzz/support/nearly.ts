import fc from 'fast-check';
import { anyJson, anyKey, objectOf } from './json';

type Change =
	| { how: 'drop' | 'list' | 'twice' | 'text' | 'case' }
	| { how: 'retype'; value: unknown }
	| { how: 'rename' | 'nest'; key: string }
	| { how: 'add'; key: string; value: unknown };

const change: fc.Arbitrary<Change> = fc.oneof(
	fc.record({ how: fc.constantFrom('drop', 'list', 'twice', 'text', 'case') }),
	fc.record({ how: fc.constant('retype'), value: anyJson }),
	fc.record({ how: fc.constantFrom('rename', 'nest'), key: anyKey }),
	fc.record({ how: fc.constant('add'), key: anyKey, value: anyJson }),
);

const isObject = (value: unknown): value is object => value !== null && typeof value === 'object';

/** How many places there are in a value: itself, and everything below it. */
const placesIn = (value: unknown): number =>
	isObject(value) ? Object.values(value).reduce((sum, inner) => sum + placesIn(inner), 1) : 1;

/** What becomes of one place: the entries that stand there afterwards, under their keys. */
function changed(key: string, value: unknown, by: Change): Array<[string, unknown]> {
	switch (by.how) {
		case 'drop':
			return [];
		case 'list':
			return [[key, [value]]];
		case 'twice':
			return [[key, [value, value]]];
		case 'text':
			return [[key, isObject(value) ? JSON.stringify(value) : String(value)]];
		case 'case':
			return [[key.toUpperCase(), typeof value === 'string' ? value.toUpperCase() : value]];
		case 'retype':
			return [[key, by.value]];
		case 'rename':
			return [[by.key, value]];
		case 'nest':
			return [[key, objectOf([[by.key, value]])]];
		case 'add':
			return [
				[key, value],
				[by.key, by.value],
			];
	}
}

/** The value with the change made at its nth place. */
function changedAt(root: unknown, place: number, by: Change): unknown {
	let left = place;
	const walk = (value: unknown): unknown => {
		if (!isObject(value)) return value;
		const entries = Object.entries(value).flatMap(
			([key, inner]): Array<[string, unknown]> =>
				left-- === 0 ? changed(key, inner, by) : [[key, walk(inner)]],
		);
		return Array.isArray(value) ? entries.map(([, inner]) => inner) : objectOf(entries);
	};
	if (left-- === 0) return changed('', root, by)[0]?.[1] ?? {};
	return walk(root);
}

/** A documented answer as it is, or with one to four changes. */
export const nearly = (documented: unknown[]): fc.Arbitrary<unknown> =>
	fc
		.tuple(
			fc.constantFrom(...documented),
			fc.array(fc.tuple(fc.nat(1000), change), { maxLength: 4 }),
		)
		.map(([answer, changes]) =>
			changes.reduce<unknown>(
				(value, [at, by]) => changedAt(value, at % placesIn(value), by),
				answer,
			),
		);
