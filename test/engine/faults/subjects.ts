import { fromItem, LOGGING_IN, newItem, REQUESTING } from '../../providers';
import type { OperationCase } from '../../providers';
import type { TestedItem } from '../../providers/contract';
import type { Sandbox } from '../../sandbox/server';

let items = 0;

/** An operation under faults: its parameters read the input item. */
export type Subject = OperationCase;

export const SUBJECTS: Subject[] = REQUESTING.map((operation) => ({
	...operation,
	parameters: fromItem(operation),
}));

/** One operation for each provider whose login is a request of its own. */
export const LOGINS = LOGGING_IN.map(({ token, ...operation }) => ({
	provider: operation.provider.name,
	token,
	call: { ...operation, parameters: fromItem(operation) },
}));

/** An input item about a recipient of its own. */
export const nextItem = async (subject: Subject, sandbox: Sandbox): Promise<TestedItem> =>
	await newItem(subject, sandbox, ++items);
