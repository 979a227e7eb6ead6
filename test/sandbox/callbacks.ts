import { Recent, RecentMap } from './shared/recent';
import type { Outcome } from './settings';

/** How long a receiver may take to answer, in milliseconds. */
const PATIENCE = 10_000;

/** What a provider tells the address its client named, when a message or call is over. */
export interface Callback {
	url: string;
	outcome: Outcome;
	/** The body for an outcome; undefined when the provider has no such outcome. */
	body(outcome: Outcome): object | undefined;
}

export interface SentCallback {
	id: string;
	url: string;
	body: object;
	at: string;
	/** HTTP status of the receiver's answer; absent when there was none. */
	status?: number;
	error?: string;
}

/** Posts delivery reports and callbacks over HTTP, later or now, and notes how they were received. */
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
	 * Posts the callback of a message or call now, instead of the scheduled one if that is still to come.
	 * @throws Error when there is no such callback, or its provider has no such outcome.
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
			// Gone from `running`: broken off by clear(), and a cleared list stays clear.
			if (this.running.has(abort)) this.sent.push(note);
		}
	}

	/** Forgets what was asked for and sent; what is on its way is broken off. */
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
