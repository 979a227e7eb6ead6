import { pause } from '../request/pause';

/** How many items are worked on at once, and in what batches they are started. */
export interface Pace {
	/** Items at once, 1 or more. */
	maxConcurrency: number;
	/** Items started before a pause; undefined for no batches. */
	batchSize?: number;
	/** Milliseconds between the starts of two batches. */
	batchInterval?: number;
}

/**
 * Runs `work` for 0 … count-1, in that order, at most `maxConcurrency` at once. Starts nothing more
 * once the signal says stop, and returns when all that was started has finished. `work` must not throw.
 */
export async function runPool(
	count: number,
	{ maxConcurrency, batchSize = Infinity, batchInterval = 0 }: Pace,
	stopped: AbortSignal,
	work: (index: number) => Promise<void>,
): Promise<void> {
	let next = 0;
	let batchStart = Promise.resolve();

	const ownBatch = async (index: number) => {
		// Every item waits for its batch's start; the first of a batch sets it, one interval later.
		if (index > 0 && index % batchSize === 0)
			batchStart = batchStart.then(async () => await pause(batchInterval, stopped));
		await batchStart;
	};
	const worker = async () => {
		while (next < count && !stopped.aborted) {
			const index = next++;
			await ownBatch(index);
			if (!stopped.aborted) await work(index);
		}
	};
	await Promise.all(Array.from({ length: Math.min(maxConcurrency, count) }, worker));
}
