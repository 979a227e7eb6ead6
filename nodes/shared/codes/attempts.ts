import { createHash } from 'node:crypto';
import type { IContextObject } from 'n8n-workflow';

const KEY = 'attempts';

/** Challenges whose attempts are kept; the count of the one that was not tried for the longest is dropped. */
const MAXIMUM_COUNTS = 1_000;

/**
 * Counts one more attempt for a challenge in the node's context, which n8n keeps for an execution: across loops, the
 * items of a run and Retry. The context holds a digest of the challenge, never the challenge or a code.
 *
 * @param challenge a genuine one, so that nobody can fill the context with others
 * @returns which attempt this is, starting with 1
 */
export function countAttempt(context: IContextObject, challenge: string): number {
	const counts = (context[KEY] ??= {}) as Record<string, number>;
	const digest = createHash('sha256').update(challenge).digest('base64url');
	const attempt = (counts[digest] ?? 0) + 1;
	// Put last, so that the first key is the one to drop.
	delete counts[digest];
	counts[digest] = attempt;
	const [oldest, ...others] = Object.keys(counts);
	if (others.length >= MAXIMUM_COUNTS) delete counts[oldest];
	return attempt;
}
