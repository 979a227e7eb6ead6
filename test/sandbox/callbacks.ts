import { Recent, RecentMap } from './shared/recent';
import type { Outcome } from './settings';

/** Milliseconds that a receiver has to answer. */
const PATIENCE = 10_000;

/** The callback of a provider to its client's address, when a message or a call has ended. */
export interface Callback {
	url: string;
	outcome: Outcome;
	/** The body for an outcome; undefined if the provider does not have this outcome. */
	body(outcome: Outcome): object | undefined;
}

export interface SentCallback {
	id: string;
	url: string;
	body: object;
	at: string;
	/** HTTP status of the receiver's answer; absent if there was none. */
	status?: number;
	error?: string;
}

/** Posts delivery reports and callbacks over HTTP, after the delay or at once, and records the answers. */
export class Callbacks {
	readonly sent = new Recent<SentCallback>();
	private readonly known = new RecentMap<string, Callback>();
	private readonly scheduled = new Map<string, NodeJS.Timeout>();
	private readonly running = new Map<AbortController, Promise<void>>();

	schedule(id: string, callback: Callback, delay: number): void {
		this.known.set(id, callback);
		const send = () => void this.send(id, callback.url, callback.body(callback.outcome) ?? {});
		this.scheduled.set(id, setTimeout(send, delay));
	}

	/**
	 * Posts the callback of a message or a call at once, in place of a pending one.
	 * @throws Error if there is no such callback, or its provider does not have this outcome.
	 */
	async deliver(id: string, outcome?: Outcome): Promise<SentCallback> {
		const callback = this.known.get(id);
		if (!callback) throw new Error(`Nothing with the id ${id} asked for a callback`);
		const body = callback.body(outcome ?? callback.outcome);
		if (!body) throw new Error(`The provider of ${id} knows no outcome ${outcome}`);
		return this.send(id, callback.url, body);
	}

	private async send(id: string, url: string, body: object): Promise<SentCallback> {
		clearTimeout(this.scheduled.get(id));
		this.scheduled.delete(id);
		const note: SentCallback = { id, url, body, at: new Date().toISOString() };
		const abort = new AbortController();
		const posting = this.post(note, abort).finally(() => this.running.delete(abort));
		this.running.set(abort, posting);
		await posting;
		return note;
	}

	private async post(note: SentCallback, abort: AbortController): Promise<void> {
		const timer = setTimeout(() => abort.abort(new Error('no answer in time')), PATIENCE);
		try {
			const response = await fetch(note.url, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(note.body),
				redirect: 'manual',
				signal: abort.signal,
			});
			note.status = response.status;
			await response.arrayBuffer();
		} catch (error) {
			note.error = String((error as Error).cause ?? error);
		} finally {
			clearTimeout(timer);
			// clear() removed it from `running`, so it must not be added to the cleared list.
			if (this.running.has(abort)) this.sent.push(note);
		}
	}

	/** Drops all pending and posted callbacks, and aborts those that are being posted. */
	async clear(): Promise<void> {
		for (const timer of this.scheduled.values()) clearTimeout(timer);
		this.scheduled.clear();
		this.known.clear();
		this.sent.clear();
		const running = [...this.running];
		this.running.clear();
		for (const [abort] of running) abort.abort(new Error('the sandbox was reset or closed'));
		await Promise.all(running.map(([, posting]) => posting));
	}
}
