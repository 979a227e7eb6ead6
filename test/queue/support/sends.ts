import type { INode } from 'n8n-workflow';

import { callWebhook } from '../../host/client/webhook';
import { eventually } from '../../host/flows/support/wait';
import {
	type ExecutionSummary,
	hasEnded,
	type StoredCredential,
	type StoredWorkflow,
	type WorkflowData,
} from '../../host/n8nClient';
import { credentialFor } from '../../providers';
import { provider as antBuddy } from '../../providers/AntBuddy/provider';
import type { Sandbox } from '../../sandbox/server';
import type { QueueHost } from './queueHost';

const NODE = 'Call with a code';

/** Creates an AntBuddy credential for a sandbox, without an access token. */
export async function createLogin(
	{ client }: QueueHost,
	sandbox: Sandbox,
	name: string,
): Promise<StoredCredential> {
	const data = credentialFor(antBuddy, sandbox);
	return await client.credentials.create({ name, type: antBuddy.credential.type, data });
}

/** Webhook → one item for each posted number → a call to each. n8n answers before the calls; see `run`. */
export function callAll(path: string, credential: StoredCredential): WorkflowData {
	const shared = { typeVersion: 1, position: [0, 0] as [number, number] };
	const nodes = [
		{
			...shared,
			id: 'webhook',
			name: 'Webhook',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			webhookId: `${path}-webhook`,
			parameters: { httpMethod: 'POST', path, responseMode: 'onReceived' },
		},
		{
			...shared,
			id: 'split',
			name: 'One item each',
			type: 'n8n-nodes-base.splitOut',
			parameters: { fieldToSplitOut: 'body.numbers', options: { destinationFieldName: 'number' } },
		},
		{
			...shared,
			id: 'call',
			name: NODE,
			type: 'n8n-nodes-voice-sms-otp.antBuddyVoiceOtp',
			parameters: {
				resource: 'call',
				operation: 'create',
				phoneNumber: '={{ $json.number }}',
				options: {},
			},
			credentials: { antBuddyApi: { id: credential.id, name: credential.name } },
		},
	] as INode[];
	const to = (node: string) => ({ main: [[{ node, type: 'main' as const, index: 0 }]] });
	return {
		name: path,
		nodes,
		connections: { Webhook: to('One item each'), 'One item each': to(NODE) },
	};
}

/** Creates and activates a workflow. */
export async function activate(
	{ client }: QueueHost,
	workflow: WorkflowData,
): Promise<StoredWorkflow> {
	const stored = await client.workflows.create(workflow);
	await client.workflows.activate(stored);
	return stored;
}

/** Phone numbers in batches, all different. */
export function numbers(batches: number, size: number, firstDigits = '0919'): string[][] {
	const number = (index: number) => firstDigits + String(index).padStart(6, '0');
	return Array.from({ length: batches }, (_, batch) =>
		Array.from({ length: size }, (_unused, at) => number(batch * size + at)),
	);
}

/** Posts all batches at once, through the webhook process. @throws unless n8n starts an execution for each */
export async function start(
	{ webhook }: QueueHost,
	{ name }: StoredWorkflow,
	batches: string[][],
): Promise<void> {
	const url = `${webhook.url}/webhook/${name}`;
	const answers = await Promise.all(
		batches.map(async (batch) => await callWebhook(url, { numbers: batch })),
	);
	for (const { status, data } of answers) {
		if (status !== 200) throw new Error(`n8n answered ${status}: ${JSON.stringify(data)}`);
	}
}

/**
 * Calls `start`, and waits until n8n lists every execution as ended. The webhook process would also wait, with
 * `responseMode` `lastNode`, but forever if an execution ends before the process asks the queue: Bull forgets a job
 * that has ended.
 *
 * @returns the status of each execution
 * @throws when the executions have not ended within a minute
 */
export async function run(
	host: QueueHost,
	workflow: StoredWorkflow,
	batches: string[][],
): Promise<Array<ExecutionSummary['status']>> {
	const list = async () =>
		await host.client.executions.list({ workflowId: workflow.id }, batches.length);
	const earlier = new Set((await list()).map(({ id }) => id));
	await start(host, workflow, batches);
	return await eventually(async () => {
		const newest = await list();
		const all = newest.length === batches.length && newest.every(({ id }) => !earlier.has(id));
		return all && newest.every(hasEnded) ? newest.map(({ status }) => status) : undefined;
	}, `All ${batches.length} executions of “${workflow.name}” end`);
}

/** The IDs of the executions that a process started, from its log. */
export const executionsOf = ({ log }: { log(): string }): string[] =>
	[...log().matchAll(/Worker started execution (\d+)/g)].map(([, id]) => id);
