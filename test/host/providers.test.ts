import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { providers } from '../providers';
import { credentialSteps } from './demo/credentialSteps';
import { sandboxCredentials } from './demo/credentials';
import { demoWorkflows, loadWorkflow, startNode } from './demo/workflows';
import { workflowSteps } from './demo/workflowSteps';
import { sendsExactlyOnce } from './exactlyOnce';
import { type Host, openHost } from './host';
import { errorOf, outputOf, type StoredCredential } from './n8nClient';
import { streamProgress } from './system/progress';

let userFolder: string;
let host: Host;
const credentials: StoredCredential[] = [];

beforeAll(async () => {
	userFolder = await mkdtemp(path.join(os.tmpdir(), 'n8n-providers-'));
	host = await openHost({ userFolder, progress: streamProgress() });
	for (const { name, type, data } of sandboxCredentials(host.sandbox)) {
		credentials.push(await host.client.credentials.create({ name, type, data }));
	}
}, 600_000);

beforeEach(() => host.sandbox.reset());

afterAll(async () => {
	await host?.close();
	await rm(userFolder, { recursive: true, force: true });
});

describe('the demo', () => {
	it('tests each credential', async () => {
		const seen: string[] = [];
		// One after the other: n8n shares one mock node among all credential tests that run at the same time.
		for (const { run } of credentialSteps(host)) seen.push(await run());
		expect(seen).toEqual(
			Array(providers.length).fill(
				expect.stringMatching(/^Test says "Connection successful!"; with a mistyped/),
			),
		);
		// The steps have updated the credentials instead of adding more.
		expect(await host.client.credentials.list()).toHaveLength(providers.length);
	});

	it('executes each workflow, twice', async () => {
		const seen: string[] = [];
		for (const { run } of [...workflowSteps(host), ...workflowSteps(host)]) seen.push(await run());
		expect(seen[0]).toBe('+84919273027 heard "Your code is 2, 4, 6, 8, 1, 0"');
		expect(seen[1]).toMatch(
			/^\+66812345678 got ".*\d{5}.*"; a mistyped code is a mismatch, the right/,
		);
		expect(seen[2]).toMatch(/Your code is( \d,){5} \d Press 1 .*both codes verified$/);
		expect(await host.client.workflows.list()).toHaveLength(3);
		expect(host.sandbox.state.counters.accepted.total).toBe(2 * 4);
	});

	it('fails if the provider refuses', async () => {
		host.sandbox.addFault({ match: { provider: 'antBuddy' }, do: { status: 403 } });
		const [voiceCall] = workflowSteps(host);
		await expect(voiceCall.run()).rejects.toThrow(/The workflow ended with error: .*AntBuddy/);
	});

	it('fails if one of two people does not answer', async () => {
		host.sandbox.configure({ outcomes: { '66812345678': 'notAnswered' } });
		const [, , promptedCall] = workflowSteps(host);
		await expect(promptedCall.run()).rejects.toThrow();
	});
});

describe('the client', () => {
	it('calls a webhook, and retries a failed execution', async () => {
		const { client, sandbox } = host;
		const workflow = await loadWorkflow(demoWorkflows.voiceCall, sandbox, credentials);
		const trigger = workflow.nodes.find(({ name }) => name === startNode)!;
		Object.assign(trigger, {
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			webhookId: 'host-test',
			parameters: { path: 'host-test', httpMethod: 'POST', responseMode: 'lastNode' },
		});
		const created = await client.workflows.create({ ...workflow, name: 'Called by webhook' });
		await client.workflows.activate(created);
		sandbox.addFault({
			match: { provider: 'antBuddy', method: 'POST', path: '/voice-otp/' },
			times: 1,
			do: { status: 500 },
		});

		expect((await client.workflows.callWebhook('host-test')).status).toBe(500);
		const [failed] = await client.executions.list({ workflowId: created.id });
		expect(errorOf(await client.executions.get(failed.id))?.message).toContain('AntBuddy');
		expect(sandbox.state.counters.accepted.total).toBe(0);

		const retried = await client.executions.get(await client.executions.retry(failed.id));
		expect([retried.status, retried.mode]).toEqual(['success', 'retry']);
		expect(outputOf(retried, 'Call')[0]).toMatchObject({ phoneNumber: '+84919273027' });
		expect(sandbox.state.counters.accepted.total).toBe(1);

		const answer = await client.workflows.callWebhook('host-test');
		expect([answer.status, answer.data]).toEqual([
			200,
			expect.objectContaining({ phoneNumber: '+84919273027' }),
		]);
		await client.workflows.deactivate(created.id);
		await client.deleteAll();
		expect(await client.workflows.list()).toEqual([]);
		expect(await client.credentials.list()).toEqual([]);
	});
});

describe('ANTS SMS OTP', () => sendsExactlyOnce(() => host, 300));
