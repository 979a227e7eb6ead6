import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import { maskerFor } from '../answer/mask';
import { unknownOutcome } from '../answer/noAnswer';
import { refusalOf } from '../answer/refusal';
import { failed, invalid } from '../failure';
import { wholeNumber } from '../fields/readers';
import type { Answer } from '../provider';
import { send, DEFAULT_TIMEOUT, LONGEST_TIMEOUT } from '../request/request';
import type { Call } from '../request/request';
import type { Run } from '../request/run';
import { plainText } from '../values';
import type { FinishedItems } from './finishedItems';

/** One input item as an operation sees it. */
export class Item {
	private readonly hidden: string[] = [];

	private readonly values = new Map<string, unknown>();

	constructor(
		private readonly run: Run,
		readonly index: number,
		private readonly notes: FinishedItems,
	) {}

	get credential(): ICredentialDataDecryptedObject {
		return this.run.credential;
	}

	/** What the credential keeps secret. */
	get secret(): string {
		return this.run.provider.secretOf(this.run.credential);
	}

	/** A parameter's value for this item; the fallback stands in where a workflow does not have it. */
	parameter<T>(name: string, fallback?: T): T {
		// An expression is evaluated once for an item, however often its value is looked at.
		if (!this.values.has(name)) this.values.set(name, this.run.read(name, this.index, fallback));
		return this.values.get(name) as T;
	}

	/** A parameter as trimmed text; numbers, which expressions yield, become their digits. */
	text(name: string, fallback = ''): string {
		return plainText(this.parameter<unknown>(name, fallback));
	}

	/** 0 in the first round of a loop in the workflow, 1 in the second, … */
	get runIndex(): number {
		return this.run.context.getWorkflowDataProxy(this.index).$runIndex as number;
	}

	get options(): IDataObject {
		return this.parameter<IDataObject>('options', {});
	}

	/** The failure of an item whose own data or settings cannot be used; to be thrown before any request. */
	invalid(message: string, description: string) {
		return invalid(this.run.node, this.index, message, description);
	}

	/** From now on this text is masked in every answer, and so in output and in messages. */
	hide(code: string): void {
		this.hidden.push(code);
	}

	mask<T>(value: T): T {
		return maskerFor(this.hidden)(value);
	}

	/**
	 * Sends and returns what came back, also where the provider refused.
	 *
	 * @throws NodeOperationError where Timeout cannot be used, before anything is sent
	 */
	async send(call: Omit<Call, 'timeout'>): Promise<Answer> {
		const field = { name: 'Timeout', value: this.options.timeout };
		const timeout = wholeNumber(this, field, 1, LONGEST_TIMEOUT) ?? DEFAULT_TIMEOUT;
		const answer = await send(this.run, this.index, { ...call, timeout });
		const { headers, body, text } = answer;
		return {
			...answer,
			headers: this.mask(headers),
			body: this.mask(body),
			text: this.mask(text),
		};
	}

	/**
	 * Sends and returns the JSON of an answer that says yes.
	 *
	 * @throws NodeApiError where the provider refused, or its answer cannot be read
	 */
	async request(call: Omit<Call, 'timeout'>): Promise<IDataObject | unknown[]> {
		return this.jsonOf(await this.send(call));
	}

	/** The JSON of an answer; throws what {@link request} throws. */
	jsonOf(answer: Answer): IDataObject | unknown[] {
		const { provider, node } = this.run;
		const refusal = refusalOf(answer, provider);
		if (refusal) throw failed(node, this.index, refusal);
		if (answer.body !== undefined) return answer.body;
		throw this.unclearAnswer(`${answer.bodyKind} instead of JSON`, answer.status);
	}

	/** A yes whose content says nothing: whether it was carried out is unknown. */
	unclearAnswer(kind: string, status = 200) {
		const message = `${this.run.provider.name} answered ${status} with ${kind}`;
		return failed(this.run.node, this.index, unknownOutcome(message, status));
	}

	/** A refusal that an answer carries in a form of its own; the words are the provider's. */
	refused(words: string, advice: string, status?: number) {
		return failed(this.run.node, this.index, {
			message: `${this.run.provider.name} refused: ${words}`,
			description: advice,
			outcome: 'refused',
			status,
		});
	}

	/** The recipients of this item that were accepted before, with their output. */
	get accepted(): Record<string, IDataObject> {
		return this.notes.of(this.index).accepted ?? {};
	}

	isAccepted(recipient: string): boolean {
		return Object.hasOwn(this.accepted, recipient);
	}

	/** Notes that one of several recipients was accepted, so that no later try sends to it again. */
	noteAccepted(recipient: string, output: IDataObject): void {
		this.notes.accept(this.index, recipient, output);
	}
}
