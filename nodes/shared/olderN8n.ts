import * as n8nWorkflow from 'n8n-workflow';

// Everything that exists only for n8n before 2.41.

/**
 * Whether “Continue (using error output)” recognizes an item with `details` as an error. A node cannot see this directly:
 * n8n-core 2.34.2 and 2.34.4 differ in nothing else. So this looks for a function that n8n-workflow got after the last
 * version of n8n that does not recognize such an item. A few versions that do recognize it lose `details`, but no version
 * reads a failed item as a sent one.
 */
export const errorOutputTakesDetails = (library: object = n8nWorkflow): boolean =>
	'redactedHeaders' in library;

/** The code of an error whose cause n8n 1 and 2.0 dropped: they keep it in `httpCode`; '' if there is none. */
export function codeWithoutCause(thrown: unknown): string {
	const httpCode = (thrown as { httpCode?: unknown } | undefined)?.httpCode;
	return typeof httpCode === 'string' && /^[A-Z]/i.test(httpCode) ? httpCode : '';
}
