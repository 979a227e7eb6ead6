import { NodeApiError, NodeOperationError, UserError } from 'n8n-workflow';
import type { INode, JsonObject } from 'n8n-workflow';

/**
 * What is known of the request when an item fails: it was never made or certainly not processed
 * (`notSent`), the provider answered and said no (`refused`), or nobody can tell (`unknown`).
 */
export type Outcome = 'notSent' | 'refused' | 'unknown';

export type NodeFailure = NodeApiError | NodeOperationError;

/** A failing item: what happened, what to do next, and what became of the request. */
export interface Failure {
	message: string;
	description: string;
	outcome: Outcome;
	/** HTTP status, where there was an answer. */
	status?: number;
}

/** Thrown for an item that was about to send when the run stopped: nothing happened, so nothing is reported. */
export class NotStarted extends UserError {
	constructor() {
		super('The run was stopped before this item was sent');
	}
}

/** A failure for an item's own data or settings, found before any request. */
export function invalid(node: INode, index: number, message: string, description: string) {
	const error = new NodeOperationError(node, message, { description, itemIndex: index });
	// n8n rewrites messages that hold words such as ENOTFOUND, also where a user typed them.
	error.message = message;
	error.messages = [];
	error.context.outcome = 'notSent' satisfies Outcome;
	return error;
}

/**
 * A failure of a request. Built from plain words instead of n8n's own error, which carries the request with its
 * headers and its body: the login and the code.
 */
export function failed(node: INode, index: number, failure: Failure): NodeApiError {
	const { message, description, outcome, status } = failure;
	const httpCode = status === undefined ? undefined : String(status);
	const error = new NodeApiError(node, { message, description } as JsonObject, {
		message,
		description,
		httpCode,
		itemIndex: index,
	});
	// NodeApiError rewrites some messages by the words in them; the provider's words come first here.
	error.message = message;
	error.messages = [];
	error.context.outcome = outcome;
	return error;
}

/** What became of the request of a failed item; errors from elsewhere happened before any request. */
export const outcomeOf = (error: NodeFailure): Outcome =>
	(error.context.outcome as Outcome | undefined) ?? 'notSent';

/** Wraps whatever was thrown into an error that n8n shows with the item's index. */
export function toNodeFailure(node: INode, index: number, thrown: unknown): NodeFailure {
	if (thrown instanceof NodeApiError || thrown instanceof NodeOperationError) {
		thrown.context.itemIndex ??= index;
		return thrown;
	}
	const { message, description } = thrown as { message?: string; description?: string };
	return invalid(node, index, message ?? 'The item could not be processed', description ?? '');
}
