import type { INodeProperties } from 'n8n-workflow';
import { DEFAULT_BATCH_INTERVAL, DEFAULT_BATCH_SIZE, DEFAULT_CONCURRENCY } from '../items/pace';
import { DEFAULT_TIMEOUT, LONGEST_TIMEOUT } from '../request/request';

const timeout: INodeProperties = {
	displayName: 'Timeout (Ms)',
	name: 'timeout',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: LONGEST_TIMEOUT },
	default: DEFAULT_TIMEOUT,
	description: 'Time in milliseconds the provider has to answer before the item fails',
};

const batching: INodeProperties = {
	displayName: 'Batching',
	name: 'batching',
	type: 'fixedCollection',
	placeholder: 'Add Batching',
	typeOptions: { multipleValues: false },
	default: { batch: {} },
	description: 'Splits the items into batches with a pause between them, to respect rate limits',
	options: [
		{
			displayName: 'Batching',
			name: 'batch',
			values: [
				{
					displayName: 'Items per Batch',
					name: 'batchSize',
					type: 'number',
					typeOptions: { minValue: -1 },
					default: DEFAULT_BATCH_SIZE,
					description: 'How many items to start together. Use -1 to switch batching off.',
				},
				{
					displayName: 'Batch Interval (Ms)',
					name: 'batchInterval',
					type: 'number',
					typeOptions: { minValue: 0 },
					default: DEFAULT_BATCH_INTERVAL,
					description: 'Time in milliseconds between two batches',
				},
			],
		},
	],
};

const maxConcurrency: INodeProperties = {
	displayName: 'Max Concurrency',
	name: 'maxConcurrency',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 500 },
	default: DEFAULT_CONCURRENCY,
	description: 'How many items are worked on at the same time',
};

const sendNumberUnchanged: INodeProperties = {
	displayName: 'Send Number Unchanged',
	name: 'sendNumberUnchanged',
	type: 'boolean',
	default: false,
	description:
		'Whether to hand the number to the provider exactly as typed, for numbers that are right although they are not recognized',
	hint: 'A wrong number is then found out by the provider, if at all, and may be paid for',
};

function defaultCountry(country: string): INodeProperties {
	return {
		displayName: 'Default Country',
		name: 'defaultCountry',
		type: 'options',
		default: country,
		description: 'The country of numbers that are typed without a country code',
		options: [
			{ name: 'None (Country Code Required)', value: 'none' },
			{ name: 'Thailand (+66)', value: 'TH' },
			{ name: 'Vietnam (+84)', value: 'VN' },
		],
	};
}

/** The options of every operation that makes requests. */
export const requestOptions: INodeProperties[] = [timeout, batching, maxConcurrency];

/** The options of every operation that reaches a phone number. */
export const recipientOptions = (country: string): INodeProperties[] => [
	...requestOptions,
	defaultCountry(country),
	sendNumberUnchanged,
];
