import type { IDataObject } from 'n8n-workflow';
import { fromItem, LOGGING_IN, REACHING } from '../../providers';
import type { ReachingCase } from '../../providers';
import type { NodeRunResult } from '../../support/engine';
import type { NodeTest } from '../../support/nodeTest';

const reading = <Case extends ReachingCase>(operation: Case): Case => ({
	...operation,
	parameters: fromItem(operation),
});

/** The operations that reach a new recipient: each item has a number of its own, told by its index. */
export const SENDERS = REACHING.map(reading);

/** Those of them whose login is a request of its own. */
export const SENDERS_LOGGING_IN = LOGGING_IN.map((operation) => {
	const sender = reading(operation);
	return { name: sender.name, sender, token: sender.token };
});

export type Sender = ReachingCase;

/** Input items for that many recipients. */
export const itemsFor = ({ recipient }: Sender, count: number): IDataObject[] =>
	Array.from({ length: count }, (_, index) => ({ to: recipient.typed(index) }));

/** How often each recipient was reached, by item index: the sandbox's own count. */
export function reached({ sandbox }: NodeTest, { recipient }: Sender, count: number): number[] {
	return Array.from({ length: count }, (_, index) =>
		sandbox.state.acceptedFor(recipient.counted(index)),
	);
}

/** How many requests reached the operation's address, whatever was answered. */
export function requestsTo({ sandbox }: NodeTest, { path }: Sender): number {
	const entries = Object.entries(sandbox.state.counters.requests);
	return entries.reduce(
		(sum, [route, count]) => (route.startsWith('POST') && route.endsWith(path) ? sum + count : sum),
		0,
	);
}

/** When the requests to the operation's address came in, in milliseconds since 1970, oldest first. */
export const arrivals = ({ sandbox }: NodeTest, { path }: Sender): number[] =>
	sandbox.state.requests
		.filter((request) => request.method === 'POST' && request.path.endsWith(path))
		.map(({ at }) => Date.parse(at));

/** Presses n8n's Retry button on a failed execution, as a new execution. */
export async function pressRetry(
	test: NodeTest,
	failed: NodeRunResult,
	changes: Parameters<NodeTest['run']>[0] = {},
	executionId = 'retry',
): Promise<NodeRunResult> {
	return await test.run({ ...changes, retryOf: failed.run, store: failed.store, executionId });
}

/** Presses Retry until the execution succeeds. */
export async function retryUntilDone(
	test: NodeTest,
	failed: NodeRunResult,
	changes: Parameters<NodeTest['run']>[0] = {},
): Promise<{ result: NodeRunResult; presses: number }> {
	let result = failed;
	let presses = 0;
	while (result.error !== undefined && presses < 60)
		result = await pressRetry(test, result, changes, `retry ${++presses}`);
	return { result, presses };
}
