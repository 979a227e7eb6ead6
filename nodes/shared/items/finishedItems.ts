import type { IContextObject, IDataObject, IExecuteFunctions, INode } from 'n8n-workflow';

/** What an earlier try noted about an item. */
export interface ItemNote {
	/** The output of a finished item, which is not run again. */
	output?: IDataObject[];
	/** The output of each accepted recipient, if the item has several and others were refused. */
	accepted?: Record<string, IDataObject>;
	/** The message of an unknown outcome, and the execution that had it. */
	unknown?: { executionId: string; message: string; description: string };
}

const OWN = { enumerable: true, configurable: true };

type Notes = Record<number, ItemNote>;

/**
 * Notes about the items that were already sent. They are in the node's context, which n8n keeps across the tries of
 * Retry On Fail and in a failed execution, where the Retry button finds it (docs/n8n-facts.md#retry-on-fail). The
 * notes belong to one node, operation and run index, so that the runs of a loop stay apart. They contain the node's
 * output, which has no code and no secret, and are dropped when no try can follow.
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

	/** Makes the notes enumerable or not: n8n stores only enumerable properties with the execution. */
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

	/** Notes an accepted recipient in place, because an item may have thousands of recipients. */
	accept(index: number, recipient: string, output: IDataObject): void {
		const note = (this.notes[index] ??= {});
		// A number that is sent unchanged may be any text, even “__proto__”.
		Object.defineProperty((note.accepted ??= {}), recipient, { ...OWN, value: output });
	}

	finish(index: number, output: IDataObject[]): IDataObject[] {
		this.notes[index] = { output };
		return output;
	}

	/**
	 * Drops the notes of this run. If Retry On Fail is on and the first output has an `error`, another try may follow:
	 * the notes then stay for it, but n8n does not store them, because the execution may also have ended.
	 */
	end(node: INode, firstOutput: IDataObject | undefined): void {
		if (node.retryOnFail && firstOutput?.error !== undefined) this.keep(false);
		else delete this.context[this.key];
	}
}
