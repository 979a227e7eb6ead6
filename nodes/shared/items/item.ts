import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import { maskerFor } from '../answer/mask';
import { unknownOutcome } from '../answer/noAnswer';
import { refusalOf } from '../answer/refusal';
import { sealOf } from '../credential/key';
import { failed } from '../failure';
import type { NodeFailure } from '../failure';
import type { Answer } from '../provider';
import { send } from '../request/request';
import type { Call } from '../request/call';
import type { Run } from '../request/run';
import { ItemValues } from './itemValues';
import type { NoteKeeper } from './notes';
import { timeout } from './options';
import { readPace } from './pace';

/** Takes the output of a subject that was carried out. */
export type Finish = (subject: string, output: IDataObject) => void;

/** One input item as an operation sees it. */
export class Item extends ItemValues {
	/** The output for each subject that was carried out, now or by an earlier try. */
	readonly done = new Map<string, IDataObject>();

	/** The subjects of the request. */
	private asked: string[] = [];

	private readonly codes = new Set<string>();

	private readonly secrets = new Set<string>();

	constructor(
		run: Run,
		index: number,
		credential: ICredentialDataDecryptedObject,
		private readonly notes: NoteKeeper,
	) {
		super(run, index, credential);
	}

	/** Makes {@link mask} and later messages mask this text. */
	hide(code: string): void {
		this.codes.add(code);
	}

	/** Masks the codes and the secrets of the login in a provider's answer, for the output. */
	readonly mask = <T>(value: T): T => maskerFor(this.codes, this.secrets)(value);

	/**
	 * Sends a request and returns the unchanged answer, even if it is a refusal.
	 *
	 * @throws NodeOperationError if Timeout, Batching or Max Concurrency is not valid, before anything is sent
	 */
	async send(call: Omit<Call, 'timeout'>): Promise<Answer> {
		// The run has the pace of its first item, but what cannot be used is refused for each.
		readPace(this, this.options);
		const answer = await send(this.run, this, { ...call, timeout: this.option(timeout) });
		for (const secret of answer.secrets ?? []) this.secrets.add(secret);
		return answer;
	}

	/**
	 * Sends a request and returns the unchanged JSON of a successful answer; see {@link mask}.
	 *
	 * @throws NodeApiError if the provider refused or its answer is not JSON
	 */
	async request(call: Omit<Call, 'timeout'>): Promise<IDataObject | unknown[]> {
		return this.jsonOf(await this.send(call));
	}

	/** The unchanged JSON of a successful answer; throws like {@link request}. */
	jsonOf(answer: Answer): IDataObject | unknown[] {
		const { provider, node } = this.run;
		const refusal = refusalOf(answer, provider, this.mask);
		if (refusal) throw failed(node, this.index, refusal);
		if (answer.body !== undefined) return answer.body;
		throw this.unclearAnswer(`${answer.bodyKind} instead of JSON`, answer.status);
	}

	/** The error for a 2xx answer that does not say whether the request was carried out; `more` ends the description. */
	unclearAnswer(bodyKind: string, status = 200, more = '') {
		const message = `${this.run.provider.name} answered ${status} with ${bodyKind}`;
		const failure = unknownOutcome(message, status);
		failure.description += more;
		return failed(this.run.node, this.index, failure);
	}

	/** The error for a refusal that only the operation recognizes; `words` is the provider's message. */
	refused(words: string, advice: string, status?: number) {
		return failed(this.run.node, this.index, {
			message: `${this.run.provider.name} refused: ${this.mask(words)}`,
			description: advice,
			outcome: 'refused',
			status,
		});
	}

	/**
	 * Carries out a request unless an earlier try did.
	 *
	 * @param subject the person whom the request reaches, or the ID or challenge that it is about
	 * @param code the user's own or the typed code; without it, only the subject tells requests apart
	 * @returns the output of `send`, now or in the earlier try
	 * @throws NodeApiError if an earlier try of this execution had an unknown outcome
	 */
	async once(
		subject: string,
		send: () => Promise<IDataObject>,
		code?: string,
	): Promise<IDataObject> {
		await this.onceForEach([subject], async (_, finish) => finish(subject, await send()), code);
		return this.done.get(subject)!;
	}

	/**
	 * The same for a request about several subjects. `send` gets those that no earlier try carried out, and calls
	 * `finish` for each that is. The outputs are in {@link done}.
	 */
	async onceForEach(
		subjects: string[],
		send: (remaining: string[], finish: Finish) => Promise<void>,
		code?: string,
	): Promise<void> {
		const seal = code === undefined ? undefined : await sealOf(this.secret, code);
		const notes = new Map(subjects.map((subject) => [subject, this.notes.take(subject, seal)]));
		const remaining = subjects.filter((subject) => notes.get(subject) === undefined);
		const finish: Finish = (subject, output) => {
			this.done.set(subject, output);
			this.notes.finish(subject, output, seal);
		};
		for (const [subject, note] of notes) if (note?.output) this.done.set(subject, note.output);
		this.asked = remaining;
		if (remaining.length > 0) await send(remaining, finish);
		const lost = [...notes.values()].find((note) => note?.unknown)?.unknown;
		if (lost) throw failed(this.run.node, this.index, { ...lost, outcome: 'unknown' });
	}

	/** Notes the subjects of the request whose outcome is not known, so that no later try of the execution repeats it. */
	noteUnknown(failure: NodeFailure): void {
		const open = this.asked.filter((subject) => !this.done.has(subject));
		for (const subject of open) this.notes.noteUnknown(subject, failure);
	}
}
