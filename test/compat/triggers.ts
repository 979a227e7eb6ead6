import { forgedCallbacks } from '../host/flows/forgedCallbacks';
import type { FlowTest } from '../host/flows/support/flowTest';
import { activeTrigger, TRIGGER } from '../host/flows/support/trigger';
import { eventually } from '../host/flows/support/wait';
import { outputOf } from '../host/n8nClient';
import { casesOf, providers } from '../providers';
import { NodeWorkflow } from './nodeWorkflow';

const CASES = providers.flatMap((provider) => {
	const [sender] = casesOf(provider);
	return provider.trigger ? [{ ...provider.trigger, sender }] : [];
});

/** Tests the triggers with the sandbox's callbacks after a node of the package has sent, and with forged requests. */
export function startsByCallbacks(flow: FlowTest): void {
	it.each(CASES)('starts $node when the provider reports', async (trigger) => {
		const { node, sender, options, usual } = trigger;
		const { client, n8n, sandbox, setup } = flow.host;
		sandbox.reset();
		const webhookId = `compat-${node}`;
		const stored = await activeTrigger(flow, {
			...{ node, webhookId, parameters: { verificationToken: setup.secret } },
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
		expect(outputOf(execution, TRIGGER)).toEqual([expect.objectContaining(usual)]);
		const [{ code }] = sandbox.state.inbox;
		expect(JSON.stringify(outputOf(execution, TRIGGER))).not.toContain(code);
	});

	forgedCallbacks(flow);
}
