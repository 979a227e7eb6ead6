import type { IContextObject, ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import { invalid } from '../failure';
import type { Field } from '../fields/field';
import type { Run } from '../request/run';
import { isBlank } from '../values';

/** What n8n has for one input item: parameters, credential, context. */
export class ItemValues {
	private readonly values = new Map<string, unknown>();

	/** @param credential as n8n resolved it for this item; {} if the operation works without one */
	constructor(
		protected readonly run: Run,
		readonly index: number,
		readonly credential: ICredentialDataDecryptedObject,
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
}
