import { NodeApiError, NodeOperationError, UserError } from 'n8n-workflow';
import type { INode, JsonObject } from 'n8n-workflow';

/**
 * What is known about the request of a failed item: it was not made or certainly not processed (`notSent`), the
 * provider refused it (`refused`), or it may have been processed (`unknown`).
 */
export type Outcome = 'notSent' | 'refused' | 'unknown';

/** The errors that n8n shows with an item index. */
export type NodeFailure = NodeApiError | NodeOperationError;

/** Why an item failed, what to do next, and what is known about its request. */
export interface Failure {
	message: string;
	description: string;
	outcome: Outcome;
	/** The HTTP status, if there was an answer. */
	status?: number;
}

/** Thrown for an item that had not sent when the run stopped; runItems does not report it as failed. */
export class NotStarted extends UserError {
	constructor() {
		super('The run was stopped before this item was sent');
	}
}

/** The error for an item whose data or settings cannot be used, found before any request. */
export function invalid(node: INode, index: number, message: string, description: string) {
	const error = new NodeOperationError(node, message, { description, itemIndex: index });
	// n8n rewrites a message that contains a word such as ENOTFOUND, even if the user typed it.
	error.message = message;
	error.messages = [];
	error.context.outcome = 'notSent' satisfies Outcome;
	return error;
}

/**
 * The error for a failed request. It is built from plain text: the error that n8n throws carries the request's
 * headers and body, and so the login and the code.
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
	// NodeApiError replaces messages that contain certain words; the provider's message must stay.
	error.message = message;
	error.messages = [];
	error.context.outcome = outcome;
	return error;
}

/** The outcome of a failed item; an error from elsewhere was thrown before any request. */
export const outcomeOf = (error: NodeFailure): Outcome =>
	(error.context.outcome as Outcome | undefined) ?? 'notSent';

/** Turns any thrown value into an error that n8n shows with the item's index. */
export function toNodeFailure(node: INode, index: number, thrown: unknown): NodeFailure {
	if (thrown instanceof NodeApiError || thrown instanceof NodeOperationError) {
		thrown.context.itemIndex ??= index;
		return thrown;
	}
	const { message, description } = thrown as { message?: string; description?: string };
	return invalid(node, index, message ?? 'The item could not be processed', description ?? '');
}
