import { asTyped } from '../fields/field';
import { fixedCollection } from '../fields/groups';
import type { PanelField } from '../fields/groups';
import { wholeNumber } from '../fields/kinds';
import { DEFAULT_TIMEOUT, LONGEST_TIMEOUT } from '../request/request';
import { DEFAULT_BATCH_INTERVAL, DEFAULT_BATCH_SIZE, DEFAULT_CONCURRENCY } from './pace';

export const timeout = wholeNumber({
	displayName: 'Timeout (Ms)',
	name: 'timeout',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: LONGEST_TIMEOUT },
	default: DEFAULT_TIMEOUT,
	description: 'Time in milliseconds the provider has to answer before the item fails',
});

/** pace.ts reads this option and {@link maxConcurrency} once for all items. */
const batching = fixedCollection(
	{
		displayName: 'Batching',
		name: 'batching',
		type: 'fixedCollection',
		placeholder: 'Add Batching',
		typeOptions: { multipleValues: false },
		default: { batch: {} },
		description: 'Splits the items into batches with a pause between them, to respect rate limits',
	},
	[
		{
			displayName: 'Batching',
			name: 'batch',
			fields: [
				asTyped({
					displayName: 'Items per Batch',
					name: 'batchSize',
					type: 'number',
					typeOptions: { minValue: -1 },
					default: DEFAULT_BATCH_SIZE,
					description: 'How many items to start together. Use -1 to switch batching off.',
				}),
				asTyped({
					displayName: 'Batch Interval (Ms)',
					name: 'batchInterval',
					type: 'number',
					typeOptions: { minValue: 0 },
					default: DEFAULT_BATCH_INTERVAL,
					description: 'Time in milliseconds between two batches',
				}),
			],
		},
	],
);

const maxConcurrency = asTyped({
	displayName: 'Max Concurrency',
	name: 'maxConcurrency',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 500 },
	default: DEFAULT_CONCURRENCY,
	description: 'How many items are worked on at the same time',
});

/** The options of every operation that makes requests. */
export const requestOptions: PanelField[] = [timeout, batching, maxConcurrency];
