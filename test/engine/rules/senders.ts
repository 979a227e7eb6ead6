import type { IDataObject } from 'n8n-workflow';
import type { NodeRunResult } from '../../support/engine';
import type { NodeTest } from '../../support/nodeTest';
import { antBuddyCreate, antsRequest, cmCreate } from '../../support/operations';

const padded = (index: number, length: number) => String(index).padStart(length, '0');

/** The operations that reach a new recipient: each item has its own number, derived from its index. */
export const SENDERS = [
	{
		...antBuddyCreate,
		parameters: { ...antBuddyCreate.parameters, phoneNumber: '={{ $json.to }}' },
		path: '/voice-otp/',
		typed: (index: number) => `0919${padded(index, 6)}`,
		/** As the sandbox counts it. */
		wire: (index: number) => `0919${padded(index, 6)}`,
	},
	{
		...antsRequest,
		parameters: { ...antsRequest.parameters, mobile: '={{ $json.to }}' },
		path: '/otp/requestOTP',
		typed: (index: number) => `081${padded(index, 7)}`,
		wire: (index: number) => `6681${padded(index, 7)}`,
	},
	{
		...cmCreate,
		parameters: { ...cmCreate.parameters, callees: '={{ $json.to }}' },
		path: '/OTP',
		typed: (index: number) => `+84919${padded(index, 6)}`,
		wire: (index: number) => `84919${padded(index, 6)}`,
	},
];

export type Sender = (typeof SENDERS)[number];

export const [ANTBUDDY, ANTS, CM] = SENDERS;

/** Input items for that many recipients. */
export const itemsFor = (sender: Sender, count: number): IDataObject[] =>
	Array.from({ length: count }, (_, index) => ({ to: sender.typed(index) }));

/** How often each recipient was reached, by item index: the sandbox's own count. */
export function reached({ sandbox }: NodeTest, sender: Sender, count: number): number[] {
	const { perRecipient } = sandbox.state.counters.accepted;
	return Array.from({ length: count }, (_, index) => perRecipient[sender.wire(index)] ?? 0);
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
