import type { IDataObject } from 'n8n-workflow';
import type { Run } from '../request/run';
import { plainText } from '../values';
import type { Pace } from './pool';

/** Items at once: as fast as n8n's HTTP Request node, which has no limit (docs/n8n-facts.md#what-a-request-costs). */
export const DEFAULT_CONCURRENCY = 50;

/** Items per batch, as in n8n's HTTP Request node. */
export const DEFAULT_BATCH_SIZE = 50;

/** Milliseconds between two batches, as in n8n's HTTP Request node. */
export const DEFAULT_BATCH_INTERVAL = 1000;

const numberOf = (value: unknown) => Number(plainText(value));

const positive = (value: unknown, fallback: number) =>
	Number.isFinite(numberOf(value)) && numberOf(value) >= 1 ? Math.floor(numberOf(value)) : fallback;

/** The pace that the options of the first item set for the run. */
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
