import * as n8nWorkflow from 'n8n-workflow';

// What exists only for n8n before 2.41.

/**
 * Whether “Continue (using error output)” recognizes an item with `details` as an error. Nothing that a node can see says
 * so: n8n-core 2.34.2 and 2.34.4 differ in nothing else. So this asks for a function that came to n8n-workflow after the
 * last n8n that does not. A few n8n that do recognize it lose `details` by that; none takes a failed item for a sent one.
 */
export const errorOutputTakesDetails = (library: object = n8nWorkflow): boolean =>
	'redactedHeaders' in library;

/** The code of an error without a cause: n8n 1 and 2.0 drop the cause, and keep its code in `httpCode`; '' if there is none. */
export function codeWithoutCause(thrown: unknown): string {
	const httpCode = (thrown as { httpCode?: unknown } | undefined)?.httpCode;
	return typeof httpCode === 'string' && /^[A-Z]/i.test(httpCode) ? httpCode : '';
}
