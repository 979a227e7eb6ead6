import type { IContextObject, IDataObject, IExecuteFunctions, INode } from 'n8n-workflow';

/** What is known of one item from an earlier try. */
export interface ItemNote {
	/** The item's whole output: it is finished and is not worked on again. */
	output?: IDataObject[];
	/** The output for each recipient of this item that was accepted, while others were not. */
	accepted?: Record<string, IDataObject>;
	/** The request went out and no answer came: the message, and the execution in which that was. */
	unknown?: { executionId: string; message: string; description: string };
}

const OWN = { enumerable: true, configurable: true };

type Notes = Record<number, ItemNote>;

/**
 * Notes of what was already sent, kept in the node's context: n8n keeps that across the tries of Retry On
 * Fail and in a failed execution, so that its Retry button finds it too (docs/n8n-facts.md#retry-on-fail). The notes belong to
 * one node, one operation and one run index, so that the rounds of a loop do not mix. They hold
 * what the node puts out (no code, no secret) and are dropped as soon as no try can follow.
 */
export class FinishedItems {
	private readonly context: IContextObject;

	private readonly key: string;

	constructor(functions: IExecuteFunctions, operation: string) {
		this.context = functions.getContext('node');
		const runIndex = functions.getWorkflowDataProxy(0).$runIndex as number;
		this.key = `finished ${operation} ${runIndex}`;
		if (this.context[this.key]) this.keep(true);
	}

	/** Only what is enumerable is stored with the execution. */
	private keep(isStored: boolean): void {
		const { context, key, notes } = this;
		Object.defineProperty(context, key, { value: notes, enumerable: isStored, configurable: true });
	}

	private get notes(): Notes {
		return (this.context[this.key] ??= {}) as Notes;
	}

	of(index: number): ItemNote {
		return this.notes[index] ?? {};
	}

	add(index: number, note: ItemNote): void {
		this.notes[index] = { ...this.notes[index], ...note };
	}

	/** Written in place: an item may have thousands of recipients. */
	accept(index: number, recipient: string, output: IDataObject): void {
		const note = (this.notes[index] ??= {});
		// A number that is sent unchanged may be any text, also “__proto__”.
		Object.defineProperty((note.accepted ??= {}), recipient, { ...OWN, value: output });
	}

	finish(index: number, output: IDataObject[]): IDataObject[] {
		this.notes[index] = { output };
		return output;
	}

	/**
	 * Forgets this run. Where Retry On Fail may follow, because it is on and the first output has an `error`, the notes
	 * stay for the next try, but are not stored: the execution may as well be over.
	 */
	end(node: INode, firstOutput: IDataObject | undefined): void {
		if (node.retryOnFail && firstOutput?.error !== undefined) this.keep(false);
		else delete this.context[this.key];
	}
}
