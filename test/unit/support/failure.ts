import { NodeApiError, NodeOperationError } from 'n8n-workflow';

/** What a test compares of something that was thrown. */
export interface ThrownFailure {
	/** Which class it is of, because n8n shows them differently. */
	kind: 'operation' | 'api' | 'other';
	message: string;
	description?: string | null;
	outcome?: string;
	itemIndex?: number;
	status?: string | null;
}

/** Puts what was thrown into a comparable form; keys without a value are left out. */
export function seenOf(thrown: unknown): ThrownFailure {
	const { message, description } = thrown as { message: string; description?: string };
	if (thrown instanceof NodeApiError || thrown instanceof NodeOperationError) {
		const { outcome, itemIndex } = thrown.context as { outcome?: string; itemIndex?: number };
		const isApi = thrown instanceof NodeApiError;
		return {
			kind: isApi ? 'api' : 'operation',
			message,
			description,
			outcome,
			itemIndex,
			...(isApi && { status: thrown.httpCode }),
		};
	}
	return { kind: 'other', message, description };
}

/**
 * What the work throws, now or later.
 *
 * @throws Error where it throws nothing
 */
export async function failureOf(work: () => unknown): Promise<ThrownFailure> {
	let result: unknown;
	try {
		result = await work();
	} catch (thrown) {
		return seenOf(thrown);
	}
	throw new Error(`Nothing was thrown, but returned: ${JSON.stringify(result)}`);
}
