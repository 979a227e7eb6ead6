import type { INodeParameters } from 'n8n-workflow';

import { forgedCallbacks } from '../host/flows/forgedCallbacks';
import type { FlowTest } from '../host/flows/support/flowTest';
import { eventually } from '../host/flows/support/wait';
import { outputOf } from '../host/n8nClient';
import { antsRequest, cmCreate, type OperationCase, THAILAND } from '../support/operations';
import { NodeWorkflow } from './nodeWorkflow';

interface Case {
	trigger: string;
	webhookId: string;
	/** What makes the provider call back. */
	sender: OperationCase;
	options: (url: string) => INodeParameters;
	item: object;
}

const CASES: Case[] = [
	{
		trigger: 'ANTS SMS OTP Trigger',
		webhookId: 'compat-ants',
		sender: antsRequest,
		options: (notifyUrl) => ({ notifyUrl, callbackData: 'order 1' }),
		item: { status: 'delivered', to: '66812345678', callbackData: 'order 1' },
	},
	{
		trigger: 'Voice OTP Advanced Trigger',
		webhookId: 'compat-cm',
		sender: { ...cmCreate, parameters: { ...cmCreate.parameters, callees: THAILAND } },
		options: (callbackUrl) => ({ callbackUrl, instructionId: 'order 1' }),
		item: { status: 'finished', code: 10, instructionId: 'order 1' },
	},
];

/** Tests both triggers: by what the sandbox calls back after a node of the package sent, and by forged calls. */
export function startsByCallbacks(flow: FlowTest): void {
	it.each(CASES)('starts $trigger at a report of the provider', async (subject) => {
		const { trigger, webhookId, sender, options, item } = subject;
		const { client, n8n, sandbox, setup } = flow.host;
		sandbox.reset();
		const stored = await flow.host.importCopy('delivery-log', (workflow) => {
			workflow.name = `Only ${trigger}`;
			workflow.nodes = workflow.nodes.filter(({ name }) => name === trigger);
			workflow.connections = {};
			workflow.nodes[0].webhookId = webhookId;
		});
		const query = new URLSearchParams({ verificationToken: setup.secret });
		const url = `${n8n.url}/webhook/${webhookId}/webhook?${query}`;
		const parameters = { ...sender.parameters, options: options(url) };
		await new NodeWorkflow(flow).run(sender.type, parameters);
		const [{ id }] = await eventually(async () => {
			const started = await client.executions.list({ workflowId: stored.id });
			return started.length > 0 ? started : undefined;
		}, 'the workflow is started');
		const execution = await client.executions.waitFor(id);
		expect(outputOf(execution, trigger)).toEqual([expect.objectContaining(item)]);
		const [{ code }] = sandbox.state.inbox;
		expect(JSON.stringify(outputOf(execution, trigger))).not.toContain(code);
	});

	forgedCallbacks(flow);
}
