import type { IContextObject, IDataObject, IExecuteFunctions, INode } from 'n8n-workflow';
import { isOlderN8n } from '../olderN8n';

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
 * As n8n sees it (n8n-core, checkFailure): an empty text and 0, which an answer may carry, count too. For n8n 1 and
 * 2.0 so do null and false.
 */
const isFailing = (output: IDataObject | undefined, node: INode) =>
	output?.error !== undefined &&
	((output.error !== null && output.error !== false) || isOlderN8n(node));

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
	 * Forgets this run, unless n8n is about to try it again: in continue mode it does so while Retry On Fail is on,
	 * tries are left, and the first output carries an error.
	 */
	dropUnlessTriedAgain(node: INode, firstOutput: IDataObject | undefined): void {
		const triesKey = `${this.key} tries`;
		const tries = ((this.context[triesKey] as number | undefined) ?? 0) + 1;
		// As n8n counts them (n8n-core, getRetryParams): 0 stands for 3.
		const maximumTries = Math.min(5, Math.max(2, node.maxTries || 3));
		const isTriedAgain = node.retryOnFail && isFailing(firstOutput, node) && tries < maximumTries;
		if (isTriedAgain) {
			this.context[triesKey] = tries;
			return;
		}
		delete this.context[this.key];
		delete this.context[triesKey];
	}
}
