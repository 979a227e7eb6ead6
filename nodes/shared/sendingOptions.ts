import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { plainText } from './plainText';
import type { Pace } from './pool';
import type { Run } from './run';

/** Milliseconds a provider has to answer, unless the user sets another time. */
export const DEFAULT_TIMEOUT = 30_000;
/** Milliseconds; an hour, far below where timers overflow. */
export const LONGEST_TIMEOUT = 3_600_000;
/** Items at once: keeps up with n8n's own HTTP Request node, which has no bound (n8n-facts.md). */
export const DEFAULT_CONCURRENCY = 50;
const DEFAULT_BATCH_SIZE = 50;
const DEFAULT_BATCH_INTERVAL = 1000;

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

/** The Options field of an operation, its entries in alphabetical order as n8n lists them. */
export function optionsField(entries: INodeProperties[]): INodeProperties {
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [...entries].sort((first, second) =>
			first.displayName.localeCompare(second.displayName, 'en'),
		),
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

const numberOf = (value: unknown) => Number(plainText(value));

const positive = (value: unknown, fallback: number) =>
	Number.isFinite(numberOf(value)) && numberOf(value) >= 1 ? Math.floor(numberOf(value)) : fallback;

/** How many items at once, in what batches, as the first item's options say. */
export function paceOf(run: Run): Pace {
	const options = run.read('options', 0, {}) as IDataObject;
	const maxConcurrency = positive(options.maxConcurrency ?? '', DEFAULT_CONCURRENCY);
	const batch = (options.batching as { batch?: IDataObject } | undefined)?.batch;
	if (batch === undefined || Object.keys(batch).length === 0) return { maxConcurrency };
	const batchSize = numberOf(batch.batchSize ?? DEFAULT_BATCH_SIZE);
	const batchInterval = numberOf(batch.batchInterval ?? DEFAULT_BATCH_INTERVAL);
	return batchSize >= 1 && batchInterval > 0
		? { maxConcurrency, batchSize, batchInterval }
		: { maxConcurrency };
}
