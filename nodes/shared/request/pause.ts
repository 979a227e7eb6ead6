/** Milliseconds. With a longer time, a timer of Node.js ends at once. */
const LONGEST_TIMER = 2_147_483_647;

/** What can be made to wait: a run. */
export interface Pausable {
	/** Milliseconds since 1970; nothing is sent before. */
	pausedUntil: number;
	/** Aborts when nothing more is to be sent. */
	readonly stopped: AbortSignal;
}

/**
 * Waits until `milliseconds` have passed or the run stops, whichever comes first.
 *
 * It uses signals instead of n8n's `sleep`, because the wait must end at once when the user cancels the execution,
 * and must not keep an otherwise idle process alive.
 */
export async function pause(milliseconds: number, stopped: AbortSignal): Promise<void> {
	if (!(milliseconds > 0) || stopped.aborted) return;
	// Timers take only whole numbers, and "Retry-After: 0.0005" gives a fraction.
	const time = Math.min(Math.ceil(milliseconds), LONGEST_TIMER);
	// Not AbortSignal.any: before Node 24 it lets the garbage collector take an otherwise unreferenced timer.
	const signals = [AbortSignal.timeout(time), stopped];
	await new Promise<void>((resolve) => {
		const end = () => {
			for (const signal of signals) signal.removeEventListener('abort', end);
			resolve();
		};
		for (const signal of signals) signal.addEventListener('abort', end);
	});
}
