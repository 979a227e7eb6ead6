import type { INodeProperties } from 'n8n-workflow';
import { optionsField } from '../../../../nodes/shared/fields/optionsField';
import { DEFAULT_CONCURRENCY, paceOf } from '../../../../nodes/shared/items/pace';
import { recipientOptions, requestOptions } from '../../../../nodes/shared/panel/options';
import { DEFAULT_TIMEOUT, LONGEST_TIMEOUT } from '../../../../nodes/shared/request/request';
import type { Run } from '../../../../nodes/shared/request/run';
import { shapesOf } from '../../support/shape';

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
	])('with %j runs %j items at once', (options, maxConcurrency) => {
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

it('offers the options of every request', () => {
	expect(shapesOf(requestOptions)).toEqual([
		{ name: 'timeout', type: 'number', default: 30_000, limits: [1, 3_600_000] },
		{
			name: 'batching',
			type: 'fixedCollection',
			default: { batch: {} },
			fields: [
				{
					name: 'batch',
					type: 'group',
					default: undefined,
					fields: [
						{ name: 'batchSize', type: 'number', default: 50, limits: [-1, null] },
						{ name: 'batchInterval', type: 'number', default: 1000, limits: [0, null] },
					],
				},
			],
		},
		{ name: 'maxConcurrency', type: 'number', default: 50, limits: [1, 500] },
	]);
	expect(requestOptions[1].typeOptions).toEqual({ multipleValues: false });
});

it.each(['VN', 'none'])(
	'offers the options of every recipient, with Default Country %s',
	(country) => {
		const options = recipientOptions(country);
		expect(options.slice(0, 3)).toEqual(requestOptions);
		expect(shapesOf(options.slice(3))).toEqual([
			{
				name: 'defaultCountry',
				type: 'options',
				default: country,
				values: ['none', 'TH', 'VN'],
			},
			{ name: 'sendNumberUnchanged', type: 'boolean', default: false },
		]);
	},
);

it('lists options by name in a copy of the list', () => {
	const entries = ['b', 'C', 'a'].map(
		(name): INodeProperties => ({ displayName: name, name, type: 'string', default: '' }),
	);
	const field = optionsField(entries);
	expect(field.options?.map(({ name }) => name)).toEqual(['a', 'b', 'C']);
	expect(entries.map(({ name }) => name)).toEqual(['b', 'C', 'a']);
	const { name, type, default: value } = field;
	expect({ name, type, value }).toEqual({ name: 'options', type: 'collection', value: {} });
});
