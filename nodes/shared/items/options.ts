import { fixedCollection } from '../fields/groups';
import type { PanelField } from '../fields/groups';
import { wholeNumber } from '../fields/kinds';
import { DEFAULT_TIMEOUT, LONGEST_TIMEOUT } from '../request/call';
import { batchInterval, batchSize, maxConcurrency } from './pace';

export const timeout = wholeNumber({
	displayName: 'Timeout (Ms)',
	name: 'timeout',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: LONGEST_TIMEOUT },
	default: DEFAULT_TIMEOUT,
	description: 'Time in milliseconds the provider has to answer before the item fails',
});

/** pace.ts reads this option. */
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
			fields: [batchSize, batchInterval],
		},
	],
);

/** The options of every operation that makes requests. */
export const requestOptions: PanelField[] = [timeout, batching, maxConcurrency];
