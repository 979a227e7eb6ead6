import { createHash } from 'node:crypto';
import type { IContextObject } from 'n8n-workflow';

const KEY = 'attempts';

/** The number of challenges whose attempts are kept; the least recently tried one is dropped first. */
const MAXIMUM_COUNTS = 1_000;

/**
 * Counts one more attempt for a challenge in the node's context, which n8n keeps for an execution: across loops, the
 * items of a run and Retry. The context holds a digest of the challenge, never the challenge or a code.
 *
 * @param challenge a genuine challenge, so that nobody can fill the context with invented ones
 * @returns the number of this attempt, starting with 1
 */
export function countAttempt(context: IContextObject, challenge: string): number {
	const counts = (context[KEY] ??= {}) as Record<string, number>;
	const digest = createHash('sha256').update(challenge).digest('base64url');
	const attempt = (counts[digest] ?? 0) + 1;
	// Added as the last key, so that the first key is the least recently tried.
	delete counts[digest];
	counts[digest] = attempt;
	const [oldest, ...others] = Object.keys(counts);
	if (others.length >= MAXIMUM_COUNTS) delete counts[oldest];
	return attempt;
}
