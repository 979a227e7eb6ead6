import { asTyped } from '../../../../nodes/shared/fields/field';
import { optionsField } from '../../../../nodes/shared/fields/groups';
import { DEFAULT_CONCURRENCY, paceOf, readPace } from '../../../../nodes/shared/items/pace';
import { DEFAULT_TIMEOUT, LONGEST_TIMEOUT } from '../../../../nodes/shared/request/call';
import type { Run } from '../../../../nodes/shared/request/run';

const owner = {
	invalid: (message: string, description: string) => new Error(`${message}. ${description}`),
};
const read = (options: unknown) => readPace(owner, options);

describe('the pace of options', () => {
	it.each([
		[{}, 100],
		[undefined, 100],
		[{ maxConcurrency: '' }, 100],
		[{ maxConcurrency: null }, 100],
		[{ maxConcurrency: 1 }, 1],
		[{ maxConcurrency: '20' }, 20],
		[{ maxConcurrency: 500 }, 500],
		[{ maxConcurrency: 7, batching: {} }, 7],
		[{ maxConcurrency: 7, batching: { batch: {} } }, 7],
		[{ maxConcurrency: 7, batching: { batch: { batchSize: -1 } } }, 7],
		[{ maxConcurrency: 7, batching: { batch: { batchSize: 5, batchInterval: 0 } } }, 7],
	])('of %j is %j items at once', (options, maxConcurrency) => {
		expect(read(options)).toEqual({ maxConcurrency });
	});

	it.each([
		[{ batchSize: 10, batchInterval: 200 }, [10, 200]],
		[{ batchSize: '1', batchInterval: '1' }, [1, 1]],
		[{ batchSize: 10 }, [10, 1000]],
		[{ batchInterval: 200 }, [50, 200]],
	])('makes batches with %j', (batch, [batchSize, batchInterval]) => {
		const maxConcurrency = 7;
		expect(read({ maxConcurrency, batching: { batch } })).toEqual({
			maxConcurrency,
			batchSize,
			batchInterval,
		});
	});

	it.each([0, -5, 1.5, 501, 1e9, 'many', Infinity, true, [], { valueOf: 1, toString: 1 }])(
		'refuses %p as Max Concurrency',
		(maxConcurrency) => {
			expect(() => read({ maxConcurrency })).toThrow(
				/^Max Concurrency is “.*”, which is not a whole number from 1 to 500\. Set /,
			);
		},
	);

	it.each([-2, 1.5, 1e9, 'x'])('refuses %p as Items per Batch', (batchSize) => {
		expect(() => read({ batching: { batch: { batchSize } } })).toThrow(
			/^Items per Batch is “.*”, which is not a whole number from -1 to 100000\. Set /,
		);
	});

	it.each([0, '0'])('refuses %j as Items per Batch', (batchSize) => {
		expect(() => read({ batching: { batch: { batchSize } } })).toThrow(
			/^Items per Batch is “0”, and a batch has at least one item\. Set .* or to -1 /,
		);
	});

	it.each([-1, 1.5, 1e9, 'x'])('refuses %p as Batch Interval', (batchInterval) => {
		expect(() => read({ batching: { batch: { batchInterval } } })).toThrow(
			/^Batch Interval is “.*”, which is not a whole number from 0 to 3600000\. Set /,
		);
	});
});

describe('the pace of a run', () => {
	const paceWith = (options: () => unknown, continues = true) => {
		const readParameter = (name: string, index: number, fallback: unknown) => {
			expect([name, index, fallback]).toEqual(['options', 0, {}]);
			return options();
		};
		const context = { continueOnFail: () => continues };
		return paceOf({ read: readParameter, context } as unknown as Run);
	};
	const fails = () => {
		throw new Error('The expression has no value');
	};

	it('is that of its first item', () => {
		expect(paceWith(() => ({ maxConcurrency: 3 }))).toEqual({ maxConcurrency: 3 });
	});

	it.each([fails, () => ({ maxConcurrency: 0 })])(
		'is the default in continue mode if that cannot be used, and one item at once in stop mode',
		(options) => {
			expect(paceWith(options)).toEqual({ maxConcurrency: DEFAULT_CONCURRENCY });
			expect(paceWith(options, false)).toEqual({ maxConcurrency: 1 });
		},
	);
});

it('has the defaults of n8n', () => {
	expect([DEFAULT_TIMEOUT, DEFAULT_CONCURRENCY, LONGEST_TIMEOUT]).toEqual([30_000, 100, 3_600_000]);
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
