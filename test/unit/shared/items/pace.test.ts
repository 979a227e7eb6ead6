import { asTyped } from '../../../../nodes/shared/fields/field';
import { optionsField } from '../../../../nodes/shared/fields/groups';
import { DEFAULT_CONCURRENCY, paceOf } from '../../../../nodes/shared/items/pace';
import { DEFAULT_TIMEOUT, LONGEST_TIMEOUT } from '../../../../nodes/shared/request/request';
import type { Run } from '../../../../nodes/shared/request/run';

const paceWith = (options: unknown) => {
	const read = (name: string, index: number, fallback: unknown) => {
		expect([name, index, fallback]).toEqual(['options', 0, {}]);
		return options;
	};
	return paceOf({ read } as unknown as Run);
};

describe('paceOf', () => {
	it.each([
		[{}, 50],
		[{ maxConcurrency: 1 }, 1],
		[{ maxConcurrency: '20' }, 20],
		[{ maxConcurrency: 2.9 }, 2],
		[{ maxConcurrency: 500 }, 500],
		[{ maxConcurrency: 0 }, 50],
		[{ maxConcurrency: 0.5 }, 50],
		[{ maxConcurrency: -3 }, 50],
		[{ maxConcurrency: 'many' }, 50],
		[{ maxConcurrency: Infinity }, 50],
		[{ maxConcurrency: null }, 50],
		// Not a number, and JavaScript cannot make one of it.
		[{ maxConcurrency: { valueOf: 1, toString: 1 } }, 50],
		[{ batching: { batch: { batchSize: { valueOf: 1, toString: 1 } } } }, 50],
	])('with %p runs %j items at once', (options, maxConcurrency) => {
		expect(paceWith(options)).toEqual({ maxConcurrency });
	});

	it.each([
		[
			{ batchSize: 10, batchInterval: 200 },
			{ batchSize: 10, batchInterval: 200 },
		],
		[
			{ batchSize: '1', batchInterval: '1' },
			{ batchSize: 1, batchInterval: 1 },
		],
		[{ batchSize: 10 }, { batchSize: 10, batchInterval: 1000 }],
		[{ batchInterval: 200 }, { batchSize: 50, batchInterval: 200 }],
	])('makes batches with %j', (batch, expected) => {
		const maxConcurrency = 7;
		expect(paceWith({ maxConcurrency, batching: { batch } })).toEqual({
			maxConcurrency,
			...expected,
		});
	});

	it.each([
		undefined,
		{},
		{ batch: {} },
		{ batch: { batchSize: -1 } },
		{ batch: { batchSize: 0 } },
		{ batch: { batchSize: 'x' } },
		{ batch: { batchInterval: 0 } },
		{ batch: { batchInterval: -5 } },
	])('makes no batches with %j', (batching) => {
		expect(paceWith({ batching })).toEqual({ maxConcurrency: 50 });
	});
});

it('has the defaults of n8n', () => {
	expect([DEFAULT_TIMEOUT, DEFAULT_CONCURRENCY, LONGEST_TIMEOUT]).toEqual([30_000, 50, 3_600_000]);
});

it('lists options by name in a copy of the list', () => {
	const entries = ['b', 'C', 'a'].map((name) =>
		asTyped({ displayName: name, name, type: 'string', default: '' }),
	);
	const { property, fields } = optionsField(entries);
	expect(property.options?.map(({ name }) => name)).toEqual(['a', 'b', 'C']);
	expect(fields.map(({ property: { name } }) => name)).toEqual(['a', 'b', 'C']);
	expect(entries.map(({ property: { name } }) => name)).toEqual(['b', 'C', 'a']);
});
