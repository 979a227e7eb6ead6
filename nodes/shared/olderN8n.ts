import { NodeApiError } from 'n8n-workflow';
import type { INode, JsonObject } from 'n8n-workflow';

/**
 * Whether this is an n8n like 1 and 2.0, known by what such a one does: it loses the cause of an error. It also sends an
 * item to the error output only if that has no keys but `error` and `message`. No node is told n8n's version.
 */
export function isOlderN8n(node: INode, ApiError: typeof NodeApiError = NodeApiError): boolean {
	return new ApiError(node, new Error('test') as unknown as JsonObject).cause === undefined;
}
