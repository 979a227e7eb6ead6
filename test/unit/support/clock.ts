/** What {@link fakeClock} did. */
export interface FakeClock {
	/** The waits in milliseconds, in the order in which they began. */
	waits: number[];
}

interface ClockSettings {
	/** Milliseconds; signals of exactly this time stand for the end of a request, and never come. */
	requestTimeout?: number;
	/** Called as a wait ends. */
	onWaitOver?: () => void;
}

/**
 * Lets `Date.now` and every `AbortSignal.timeout` run on a clock of its own, on which a wait is over as soon as it
 * began: jest's fake timers do not know `AbortSignal.timeout`. To be undone with `jest.restoreAllMocks()`.
 */
export function fakeClock(
	start: number,
	{ requestTimeout, onWaitOver }: ClockSettings = {},
): FakeClock {
	let now = start;
	const waits: number[] = [];
	jest.spyOn(Date, 'now').mockImplementation(() => now);
	jest.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => {
		const over = new AbortController();
		if (milliseconds === requestTimeout) return over.signal;
		waits.push(milliseconds);
		setImmediate(() => {
			onWaitOver?.();
			now += milliseconds;
			over.abort();
		});
		return over.signal;
	});
	return { waits };
}

/** Lets everything run that can run without a timer. */
export const settle = async () => {
	for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setImmediate(resolve));
};
