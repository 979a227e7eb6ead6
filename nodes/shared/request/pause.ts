/** Milliseconds; Node's timers take a longer time for no time at all. */
const LONGEST_TIMER = 2_147_483_647;

/**
 * Waits `milliseconds`, or until the signal says that the run stops, whichever comes first.
 *
 * Built on signals instead of n8n's `sleep` because a wait of a minute must end at once when a run is
 * cancelled, and must not keep a process alive that has nothing else to do.
 */
export async function pause(milliseconds: number, stopped: AbortSignal): Promise<void> {
	if (!(milliseconds > 0) || stopped.aborted) return;
	// Timers take whole numbers only; "Retry-After: 0.0005" makes others.
	const time = Math.min(Math.ceil(milliseconds), LONGEST_TIMER);
	// Not AbortSignal.any: before Node 24 it lets the garbage collector take a timer that nobody else holds.
	const signals = [AbortSignal.timeout(time), stopped];
	await new Promise<void>((resolve) => {
		const end = () => {
			for (const signal of signals) signal.removeEventListener('abort', end);
			resolve();
		};
		for (const signal of signals) signal.addEventListener('abort', end);
	});
}
