/** Time that passes only when everybody waits for it: an hour of a run takes less than a second. */
export class SimulatedTime {
	private waiting: Array<{ at: number; over: () => void }> = [];

	/** @param now milliseconds since 1970. To be undone with `jest.restoreAllMocks()`. */
	constructor(private now: number) {
		jest.spyOn(Date, 'now').mockImplementation(() => this.now);
		jest.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => {
			const over = new AbortController();
			this.in(milliseconds, () => over.abort());
			return over.signal;
		});
	}

	private in(milliseconds: number, over: () => void): void {
		const at = this.now + milliseconds;
		const later = this.waiting.findIndex((other) => other.at > at);
		this.waiting.splice(later < 0 ? this.waiting.length : later, 0, { at, over });
	}

	async wait(milliseconds: number): Promise<void> {
		await new Promise<void>((resolve) => this.in(milliseconds, resolve));
	}

	/** Lets time pass until the work has ended, and returns the milliseconds it took. */
	async during(work: Promise<unknown>): Promise<number> {
		const start = this.now;
		let isOver = false;
		const end = work.finally(() => (isOver = true));
		for (;;) {
			await new Promise((resolve) => setImmediate(resolve));
			if (isOver) break;
			const next = this.waiting.shift();
			if (!next) throw new Error('The work waits for something else than time');
			this.now = Math.max(this.now, next.at);
			next.over();
		}
		await end;
		return this.now - start;
	}
}

/** Decides about a request; `ends` says when an accepted one ends. */
export type Limiter = () => { isOpen: boolean; ends?: () => void };

/** So many requests in each second of the clock. */
export function perSecond(most: number): Limiter {
	let second = 0;
	let count = 0;
	return () => {
		const now = Math.floor(Date.now() / 1000);
		if (now !== second) count = 0;
		second = now;
		return { isOpen: count++ < most };
	};
}

/** So many requests at any second's distance, or at once after a pause. */
export function tokenBucket(perSecond: number): Limiter {
	let tokens = perSecond;
	let last = Date.now();
	return () => {
		tokens = Math.min(perSecond, tokens + ((Date.now() - last) * perSecond) / 1000);
		last = Date.now();
		return { isOpen: tokens >= 1 && tokens-- >= 1 };
	};
}

/** So many requests under way. */
export function atOnce(most: number): Limiter {
	let underWay = 0;
	return () => {
		if (underWay >= most) return { isOpen: false };
		underWay++;
		return { isOpen: true, ends: () => underWay-- };
	};
}
