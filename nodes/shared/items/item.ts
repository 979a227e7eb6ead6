import type { IContextObject, ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import { maskerFor } from '../answer/mask';
import { unknownOutcome } from '../answer/noAnswer';
import { refusalOf } from '../answer/refusal';
import { failed, invalid } from '../failure';
import type { Field } from '../fields/field';
import type { Answer } from '../provider';
import { send } from '../request/request';
import type { Call } from '../request/request';
import type { Run } from '../request/run';
import { isBlank } from '../values';
import type { FinishedItems } from './finishedItems';
import { timeout } from './options';

/** One input item as an operation sees it. */
export class Item {
	private readonly codes = new Set<string>();

	private readonly secrets = new Set<string>();

	private readonly values = new Map<string, unknown>();

	/** @param credential as n8n resolved it for this item; {} if the operation works without one */
	constructor(
		private readonly run: Run,
		readonly index: number,
		readonly credential: ICredentialDataDecryptedObject,
		private readonly notes: FinishedItems,
	) {}

	/** The secret of the credential, from which the key of challenges is derived. */
	get secret(): string {
		return this.run.provider.secretOf(this.credential);
	}

	/** A parameter's value for this item, or the fallback if the workflow does not contain the parameter. */
	parameter<T>(name: string, fallback?: T): T {
		// Each expression is evaluated once for an item, however often the operation reads it.
		if (!this.values.has(name)) this.values.set(name, this.run.read(name, this.index, fallback));
		return this.values.get(name) as T;
	}

	/** The value of a field of the operation, or its default if the user left it out. */
	read<T>(field: Field<T>): T {
		const { name, default: fallback } = field.property;
		return field.read(this, this.parameter(name, fallback)) ?? (fallback as T);
	}

	/** The value of a field under Options, or its default if the user left it out. */
	option<T>(field: Field<T>): T {
		const { name, default: fallback } = field.property;
		return field.read(this, this.options[name]) ?? (fallback as T);
	}

	/** Whether the user left an option out or kept its default. */
	isDefault({ property: { name, default: initial } }: Field): boolean {
		const options = this.run.node.parameters.options as IDataObject | undefined;
		const given = options?.[name];
		return isBlank(given) || given === initial;
	}

	/** The node's context, which n8n keeps during an execution, across loops and tries. */
	get nodeContext(): IContextObject {
		return this.run.context.getContext('node');
	}

	/** The run index of the node: 0 in the first iteration of a loop in the workflow, 1 in the second. */
	get runIndex(): number {
		return this.run.context.getWorkflowDataProxy(this.index).$runIndex as number;
	}

	get options(): IDataObject {
		return this.parameter<IDataObject>('options', {});
	}

	/** The error for data or settings of this item that cannot be used, thrown before any request. */
	invalid(message: string, description: string) {
		return invalid(this.run.node, this.index, message, description);
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
	 * @throws NodeOperationError if Timeout is not valid, before anything is sent
	 */
	async send(call: Omit<Call, 'timeout'>): Promise<Answer> {
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

	/** The output of each recipient of this item that the provider accepted in an earlier try. */
	get accepted(): Record<string, IDataObject> {
		return this.notes.of(this.index).accepted ?? {};
	}

	isAccepted(recipient: string): boolean {
		return Object.hasOwn(this.accepted, recipient);
	}

	/** Notes that the provider accepted one of several recipients, so that no later try sends to it again. */
	noteAccepted(recipient: string, output: IDataObject): void {
		this.notes.accept(this.index, recipient, output);
	}
}
