import { neverConnected } from '../answer/noAnswer';
import type { Answer } from '../provider';
import { pause } from './pause';
import type { Run } from './run';

/** How often one request is repeated within one try. */
export const MAXIMUM_REPEATS = 3;
/** The longest wait, in milliseconds; a provider that wants more gets no repeat. */
const MAXIMUM_WAIT = 60_000;
/** The first wait where nobody says how long; it doubles with each repeat. */
const FIRST_WAIT = 500;

function retryAfter(header: string): number | undefined {
	if (/^\s*\d+(\.\d+)?\s*$/.test(header)) return Number(header) * 1000;
	// Date.parse reads a date into nearly any text with a digit in it; a time of day makes it one.
	const date = /\d:\d\d/.test(header) ? Date.parse(header) : NaN;
	return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}

const backOff = (repeats: number) => FIRST_WAIT * 2 ** repeats;

/**
 * Milliseconds to wait before the request is repeated, or undefined where it must not be. Only answers that say
 * the request was not processed count: 429, and 503 that names a time in `Retry-After` (seconds or a
 * date, RFC 9110 section 10.2.3).
 */
export function waitAfterAnswer(answer: Answer, repeats: number): number | undefined {
	if (repeats >= MAXIMUM_REPEATS) return undefined;
	const header = answer.headers['retry-after'];
	const named = header === undefined ? undefined : retryAfter(header);
	const wait = answer.status === 429 ? (named ?? backOff(repeats)) : named;
	const repeatable = answer.status === 429 || answer.status === 503;
	return repeatable && wait !== undefined && wait <= MAXIMUM_WAIT ? wait : undefined;
}

/** The same for a request without an answer: repeated only if the connection was never made. */
export const waitAfterFailure = (thrown: unknown, repeats: number): number | undefined =>
	repeats < MAXIMUM_REPEATS && neverConnected(thrown) ? backOff(repeats) : undefined;

/** Asks the whole run, not only the item that was told so, to send nothing for a while. */
export function pauseRun(run: Run, milliseconds: number): void {
	run.pausedUntil = Math.max(run.pausedUntil, Date.now() + milliseconds);
}

/** Waits while the provider wants quiet; ends early when the run stops. */
export async function waitWhilePaused(run: Run): Promise<void> {
	while (run.pausedUntil > Date.now() && !run.stopped.aborted)
		await pause(run.pausedUntil - Date.now(), run.stopped);
}
