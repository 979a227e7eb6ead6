import type { IDataObject } from 'n8n-workflow';
import type { Field, FieldOwner } from '../fields/field';
import { wholeNumber } from '../fields/kinds';
import type { Run } from '../request/run';
import { isRecord } from '../values';
import type { Pace } from './pool';

/** Items at once: as fast as n8n's HTTP Request node, which has no limit (docs/n8n-facts.md#what-a-request-costs). */
export const DEFAULT_CONCURRENCY = 100;

export const maxConcurrency = wholeNumber({
	displayName: 'Max Concurrency',
	name: 'maxConcurrency',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 500 },
	default: DEFAULT_CONCURRENCY,
	description: 'How many items are worked on at the same time',
});

const itemsPerBatch = wholeNumber({
	displayName: 'Items per Batch',
	name: 'batchSize',
	type: 'number',
	typeOptions: { minValue: -1, maxValue: 100_000 },
	// As in n8n's HTTP Request node, and so is the interval.
	default: 50,
	description: 'How many items to start together. Use -1 to switch batching off.',
});

export const batchSize: Field<number> = {
	...itemsPerBatch,
	read(owner, value) {
		const size = itemsPerBatch.read(owner, value);
		if (size !== 0) return size;
		throw owner.invalid(
			'Items per Batch is “0”, and a batch has at least one item',
			'Set Items per Batch to 1 or more, or to -1 to switch batching off.',
		);
	},
};

export const batchInterval = wholeNumber({
	displayName: 'Batch Interval (Ms)',
	name: 'batchInterval',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 3_600_000 },
	default: 1000,
	description: 'Time in milliseconds between two batches',
});

/**
 * The pace that an item's options ask for.
 *
 * @throws NodeOperationError naming the option that cannot be used
 */
export function readPace(owner: FieldOwner, options: unknown): Pace {
	const inGroup = (group: unknown, name: string) => (isRecord(group) ? group[name] : undefined);
	const batch = inGroup(inGroup(options, 'batching'), 'batch');
	const valueOf = (field: Field<number>, group: unknown) =>
		field.read(owner, inGroup(group, field.property.name)) ?? (field.property.default as number);

	const pace: Pace = { maxConcurrency: valueOf(maxConcurrency, options) };
	if (!isRecord(batch) || Object.keys(batch as IDataObject).length === 0) return pace;
	const batches = {
		batchSize: valueOf(batchSize, batch),
		batchInterval: valueOf(batchInterval, batch),
	};
	return batches.batchSize > 0 && batches.batchInterval > 0 ? { ...pace, ...batches } : pace;
}

const owner: FieldOwner = { invalid: (message) => new Error(message) };

/**
 * The pace of the run, which the options of its first item set. If they cannot be used, that item is refused as it is
 * run (item.ts): in continue mode the others then have the default pace, in stop mode none of them starts.
 */
export function paceOf(run: Run): Pace {
	try {
		return readPace(owner, run.read('options', 0, {}));
	} catch {
		return { maxConcurrency: run.context.continueOnFail() ? DEFAULT_CONCURRENCY : 1 };
	}
}
