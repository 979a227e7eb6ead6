/**
 * Waits `milliseconds`, or until the signal says that the run stops, whichever comes first.
 *
 * Built on signals instead of n8n's `sleep` because a wait of a minute must end at once when a run is
 * cancelled, and must not keep a process alive that has nothing else to do.
 */
export async function pause(milliseconds: number, stopped: AbortSignal): Promise<void> {
	if (milliseconds <= 0 || stopped.aborted) return;
	const over = AbortSignal.any([AbortSignal.timeout(milliseconds), stopped]);
	await new Promise<void>((resolve) => {
		over.addEventListener('abort', () => resolve(), { once: true });
	});
}
