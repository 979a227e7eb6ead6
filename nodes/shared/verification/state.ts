import { newId } from './challenge';
import { HOUR, refusalFor, TEN_MINUTES } from './limits';
import type { Limits, Refusal, Send } from './limits';
import { readSnapshot, snapshotOf } from './snapshot';
import type { Trial } from './snapshot';

/** What was answered to a form or an app, so that the same request gets the same answer. */
interface Answered {
	/** Milliseconds since 1970. */
	until: number;
	answer: Promise<Answer>;
}

/** What the state needs of an answer. */
interface Answer {
	/** Milliseconds since 1970; left out if the request may be tried again. */
	keptUntil?: number;
	output?: unknown;
}

/**
 * Requests at once bring snapshots from before each other's changes. Reading 10,000 sends takes 13 ms, so a state reads
 * none of its latest snapshots again.
 */
const MAXIMUM_KNOWN = 20;

/**
 * What one trigger knows of sends and attempts. It is the authority within the process: nothing is awaited between a
 * check and its mark. Its snapshot, which n8n keeps with the workflow, brings it over a restart and to other processes.
 */
export class VerificationState {
	private readonly sends = new Map<string, Send>();

	private readonly trials = new Map<string, Trial>();

	/** The caps that the workflow was told of, with the time until it is not told again. */
	private readonly told = new Map<string, number>();

	private readonly answers = new Map<string, Answered>();

	/** The snapshots that this state was last made into or merged with, see {@link MAXIMUM_KNOWN}. */
	private readonly known = new Set<string>();

	/** Reserves a send before the request. */
	reserve(to: Pick<Send, 'number' | 'address'>, limits: Limits, now: number): Send | Refusal {
		const refusal = refusalFor([...this.sends.values()], to, limits, now);
		if (refusal) return refusal;
		const send: Send = { id: newId(), at: now, isReturned: false, ...to };
		this.sends.set(send.id, send);
		return send;
	}

	/** Milliseconds since 1970 from which a number may get another code; 0 if it may now. */
	coolUntil(number: string, coolDown: number): number {
		const sends = [...this.sends.values()].filter((send) => send.number === number);
		return Math.max(0, ...sends.filter((send) => !send.isReturned).map(({ at }) => at + coolDown));
	}

	/** Whether a reached cap is told now; once until the window ends. */
	tell(cap: string, until: number, now: number): boolean {
		if ((this.told.get(cap) ?? 0) > now) return false;
		this.told.set(cap, until);
		return true;
	}

	trial(id: string, expiry: number): Trial {
		const known = this.trials.get(id);
		if (known) return known;
		const trial = { id, expiry, counted: 0, returned: 0, isVerified: false, isTold: false };
		this.trials.set(id, trial);
		return trial;
	}

	/**
	 * The answer to a request, which is worked out once. It is kept for the time that it names, and starts no workflow again.
	 *
	 * @param request what identifies the request; undefined if each is answered anew
	 */
	async once<T extends Answer>(request: string | undefined, work: () => Promise<T>): Promise<T> {
		if (request === undefined) return await work();
		const known = this.answers.get(request);
		if (known) return { ...((await known.answer) as T), output: undefined };
		const answer = work();
		const answered: Answered = { until: Infinity, answer };
		this.answers.set(request, answered);
		try {
			const { keptUntil } = await answer;
			answered.until = keptUntil ?? 0;
		} catch {
			answered.until = 0;
		}
		if (answered.until === 0) this.answers.delete(request);
		return await answer;
	}

	private prune(now: number): void {
		for (const [id, { at, isReturned }] of this.sends)
			if (at <= now - (isReturned ? TEN_MINUTES : HOUR)) this.sends.delete(id);
		for (const [id, { expiry }] of this.trials) if (expiry <= now) this.trials.delete(id);
		for (const [cap, until] of this.told) if (until <= now) this.told.delete(cap);
		for (const [request, { until }] of this.answers) if (until <= now) this.answers.delete(request);
	}

	/** Takes over what a snapshot knows more, of another process or from before a restart. */
	merge(text: unknown): void {
		if (typeof text !== 'string' || this.known.has(text)) return;
		this.know(text);
		const { sends, trials, told } = readSnapshot(text);
		for (const send of sends) {
			const own = this.sends.get(send.id);
			if (own) own.isReturned ||= send.isReturned;
			else this.sends.set(send.id, send);
		}
		for (const other of trials) {
			const own = this.trial(other.id, other.expiry);
			own.counted = Math.max(own.counted, other.counted);
			own.returned = Math.max(own.returned, other.returned);
			own.isVerified ||= other.isVerified;
			own.isTold ||= other.isTold;
		}
		for (const [cap, until] of told) this.told.set(cap, Math.max(until, this.told.get(cap) ?? 0));
	}

	/** The state as one text, without answers. */
	snapshot(now: number): string {
		this.prune(now);
		const text = snapshotOf({
			sends: [...this.sends.values()],
			trials: [...this.trials.values()],
			told: [...this.told],
		});
		this.know(text);
		return text;
	}

	private know(text: string): void {
		this.known.add(text);
		if (this.known.size > MAXIMUM_KNOWN) this.known.delete(this.known.values().next().value!);
	}
}

/** Triggers whose state is kept in the process; the least recently used one goes on from its snapshot. */
const MAXIMUM_STATES = 1_000;
const states = new Map<string, VerificationState>();

/** The state of a trigger. @param names what tells it from others: workflow, node, test or production */
export function stateOf(...names: string[]): VerificationState {
	const key = JSON.stringify(names);
	const state = states.get(key) ?? new VerificationState();
	states.delete(key);
	states.set(key, state);
	if (states.size > MAXIMUM_STATES) states.delete(states.keys().next().value!);
	return state;
}
