import { neverConnected } from '../answer/noAnswer';
import { LoginFailure } from '../login/attempt';
import type { Answer } from '../provider';
import { pause } from './pause';
import type { Pausable } from './pause';

/** How often a request is repeated within one try while the provider lets nothing through. */
export const MAXIMUM_REPEATS = 3;
/** Milliseconds. If the provider asks for a longer wait, the request is not repeated. */
export const MAXIMUM_WAIT = 60_000;
/** Milliseconds of the first wait if the provider names no time; the wait doubles with each repeat. */
const FIRST_WAIT = 500;

function retryAfter(header: string): number | undefined {
	if (/^\s*\d+(\.\d+)?\s*$/.test(header)) return Number(header) * 1000;
	// Date.parse accepts nearly any text with a digit, so only a text with a time of day counts as a date.
	const date = /\d:\d\d/.test(header) ? Date.parse(header) : NaN;
	return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}

const backOff = (repeats: number) => FIRST_WAIT * 2 ** Math.min(repeats, MAXIMUM_REPEATS);

/**
 * Milliseconds to wait before the request is repeated; undefined if it must not be repeated. Only two answers say
 * that the request was not processed: 429, and 503 with a time in `Retry-After` (seconds or a date, RFC 9110
 * section 10.2.3).
 *
 * @param maximum the number of repeats after which the request is given up
 */
export function waitAfterAnswer(
	answer: Answer,
	repeats: number,
	maximum = MAXIMUM_REPEATS,
): number | undefined {
	if (repeats >= maximum) return undefined;
	const header = answer.headers['retry-after'];
	const named = header === undefined ? undefined : retryAfter(header);
	const wait = answer.status === 429 ? (named ?? backOff(repeats)) : named;
	const repeatable = answer.status === 429 || answer.status === 503;
	return repeatable && wait !== undefined && wait <= MAXIMUM_WAIT ? wait : undefined;
}

/**
 * The same for a request without an answer, which is repeated only if the connection was never made, or if the login
 * that it needs was asked to wait.
 */
export function waitAfterFailure(thrown: unknown, repeats: number): number | undefined {
	if (thrown instanceof LoginFailure && thrown.answer)
		return waitAfterAnswer(thrown.answer, repeats);
	return repeats < MAXIMUM_REPEATS && neverConnected(thrown) ? backOff(repeats) : undefined;
}

/** Pauses the whole run, not only the item whose provider asked to wait. */
export function pauseRun(run: Pausable, milliseconds: number): void {
	run.pausedUntil = Math.max(run.pausedUntil, Date.now() + milliseconds);
}

/** Waits while the run is paused; returns at once when the run stops. */
export async function waitWhilePaused(run: Pausable): Promise<void> {
	while (run.pausedUntil > Date.now() && !run.stopped.aborted)
		await pause(run.pausedUntil - Date.now(), run.stopped);
}
