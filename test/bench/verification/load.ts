import { performance } from 'node:perf_hooks';

/** The number of people or apps at the same time; each waits for an answer before its next request. */
export const CLIENTS = 10;

/** The times that a number of requests took. */
export interface Load {
	/** Milliseconds of each request, in the order of the jobs. */
	latencies: number[];
	/** Milliseconds from the first request to the last answer. */
	wallMs: number;
}

/**
 * Does every job once, `CLIENTS` jobs at the same time.
 *
 * @throws what a job throws
 */
export async function drive<Job, Answer>(
	jobs: Job[],
	work: (job: Job) => Promise<Answer>,
): Promise<{ answers: Answer[]; load: Load }> {
	const answers: Answer[] = [];
	const latencies: number[] = [];
	let next = 0;
	const client = async () => {
		while (next < jobs.length) {
			const index = next++;
			const since = performance.now();
			answers[index] = await work(jobs[index]);
			latencies[index] = performance.now() - since;
		}
	};
	const since = performance.now();
	await Promise.all(Array.from({ length: CLIENTS }, client));
	return { answers, load: { latencies, wallMs: performance.now() - since } };
}
