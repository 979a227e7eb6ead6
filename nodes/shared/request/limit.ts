import { pause } from './pause';
import type { Pausable } from './pause';
import { MAXIMUM_REPEATS, MAXIMUM_WAIT, pauseRun, waitWhilePaused } from './repeat';

/** How often one request is repeated if the provider refuses it and lets others through. */
const MOST_REPEATS = 10;
/** After so many of these repeats the refusal is the request's own, e.g. its recipient's, and slows no other down. */
const SHARED_REPEATS = 2;
/** Milliseconds; the shortest time over which the provider's limit is measured. */
const SHORTEST_WINDOW = 500;
/** The pace is set to this share of what the provider let through. */
const SHARE = 0.97;
/** The pace grows after at most this many of the provider's waits without a refusal. */
const MOST_PATIENCE = 16;

/** A request that the provider refused because of its limit. */
export interface Refusal {
	/** Milliseconds since 1970. */
	sentAt: number;
	/** Milliseconds that the provider asks to wait. */
	wait: number;
	/** How often the request was repeated before. */
	repeats: number;
	/** {@link Limit.through} when the request was refused before. */
	throughBefore: number;
}

/**
 * The pace of a run's requests. There is none until the provider refuses a request with 429, or with 503 and
 * `Retry-After`. The run then waits, and goes on as fast as the provider let requests through before, with the same
 * time between any two. From there the pace grows: fast after a single refusal, slowly after several.
 */
export class Limit {
	/** The number of requests that the provider did not refuse. */
	through = 0;

	/** How often in a row the run was slowed down with nothing let through. */
	refusals = 0;

	/** When the requests under way were sent. */
	private readonly open: number[] = [];

	private isHopeless = false;

	private lastTurn = Promise.resolve();

	/** Milliseconds from one request to the next. */
	private gap = 0;

	/** When the next request may be sent. */
	private next = 0;

	private isSlowing = false;

	/** What the provider let through from `since` to `refusedAt` is its limit. */
	private since = Date.now();

	private refusedAt = 0;

	private throughSince = 0;

	private window = 0;

	private patience = 1;

	private growsAt = Infinity;

	/** Waits until the request may be sent; returns at once when the run stops. The first to ask is the first to send. */
	async turn(run: Pausable): Promise<void> {
		this.lastTurn = this.lastTurn.then(async () => await this.wait(run));
		await this.lastTurn;
	}

	private async wait(run: Pausable): Promise<void> {
		for (;;) {
			await waitWhilePaused(run);
			if (this.isSlowing) this.slowDown();
			if (this.next <= Date.now() || run.stopped.aborted) break;
			await pause(this.next - Date.now(), run.stopped);
		}
		// A timer that came late does not slow the run down, but no two requests make up for a longer time.
		this.next = Math.max(this.next + this.gap, Date.now());
	}

	/** Counts the request as under way while `send` runs. */
	async during<T>(sentAt: number, send: () => Promise<T>): Promise<T> {
		this.open.push(sentAt);
		return await send().finally(() => this.open.splice(this.open.indexOf(sentAt), 1));
	}

	/** Notes a request that the provider did not refuse. */
	letThrough(sentAt: number): void {
		this.through++;
		this.refusals = 0;
		this.isHopeless = false;
		if (sentAt >= this.since && !(this.isSlowing && sentAt > this.refusedAt)) this.throughSince++;
		if (!this.isSlowing && Date.now() >= this.growsAt) this.grow();
	}

	/**
	 * Slows the run down, and waits for a request that alone is refused again and again.
	 *
	 * @returns whether the request is to be repeated
	 */
	async refuse(run: Pausable, refusal: Refusal): Promise<boolean> {
		const { sentAt, repeats, wait, throughBefore } = refusal;
		// What was sent earlier and is still under way may have been let through.
		const isOldest = this.open.every((other) => other >= sentAt);
		if (this.refusals >= MAXIMUM_REPEATS && isOldest) this.giveUp();
		if (this.isHopeless || repeats >= MOST_REPEATS) return false;
		if (repeats >= SHARED_REPEATS && this.through > throughBefore) await pause(wait, run.stopped);
		else this.slow(run, refusal);
		return true;
	}

	private slow(run: Pausable, { sentAt, wait }: Refusal): void {
		pauseRun(run, wait);
		// What was sent before the run slowed down says nothing about the new pace.
		if (this.isSlowing || sentAt < this.since) return;
		this.isSlowing = true;
		this.refusedAt = sentAt;
		this.window = Math.max(wait, SHORTEST_WINDOW);
		this.refusals++;
	}

	/** Sets the pace after the wait, because answers that were under way count. It falls to a half at most. */
	private slowDown(): void {
		const now = Date.now();
		const measured =
			Math.max(this.refusedAt - this.since, this.window) / Math.max(this.throughSince, 1) / SHARE;
		const slower = this.gap === 0 ? measured : Math.min(measured, 2 * this.gap);
		this.gap = Math.min(slower, MAXIMUM_WAIT);
		this.patience = Math.min(MOST_PATIENCE, 4 * this.patience);
		this.isSlowing = false;
		this.throughSince = 0;
		this.since = this.next = now;
		this.growsAt = now + this.patience * this.window;
	}

	private grow(): void {
		this.gap /= 1 + 0.5 / this.patience;
		this.patience = Math.max(1, this.patience / 2);
		this.growsAt = Date.now() + this.patience * this.window;
	}

	/** Nothing was let through in a long time: what is left is sent once, without waits, so that the run ends. */
	private giveUp(): void {
		this.isHopeless = true;
		this.isSlowing = false;
		this.gap = this.next = 0;
		this.growsAt = Infinity;
	}
}
