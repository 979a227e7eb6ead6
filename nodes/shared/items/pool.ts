import { pause } from '../request/pause';

/** How many items run at once, and in which batches they start. */
export interface Pace {
	/** Items at once, 1 or more. */
	maxConcurrency: number;
	/** Items per batch; undefined without batching. */
	batchSize?: number;
	/** Milliseconds between the starts of two batches. */
	batchInterval?: number;
}

/**
 * Calls `work` for 0 … count-1 in this order, at most `maxConcurrency` at once. Starts nothing after `stopped`
 * aborts, and returns when all started work has finished. `work` must not throw.
 */
export async function runPool(
	count: number,
	{ maxConcurrency, batchSize = Infinity, batchInterval = 0 }: Pace,
	stopped: AbortSignal,
	work: (index: number) => Promise<void>,
): Promise<void> {
	let next = 0;
	let batchStart = Promise.resolve();

	const startOfBatch = async (index: number) => {
		// Each item waits for its batch, which its first item starts one interval after the previous batch.
		if (index > 0 && index % batchSize === 0)
			batchStart = batchStart.then(async () => await pause(batchInterval, stopped));
		await batchStart;
	};
	const worker = async () => {
		while (next < count && !stopped.aborted) {
			const index = next++;
			await startOfBatch(index);
			if (!stopped.aborted) await work(index);
		}
	};
	await Promise.all(Array.from({ length: Math.min(maxConcurrency, count) }, worker));
}
