import type { INodeParameters } from 'n8n-workflow';

import type { StoredWorkflow } from '../../n8nClient';
import type { FlowTest } from './flowTest';
import { untilRegistered } from './registered';

/** The name of the trigger in {@link activeTrigger}'s workflow. */
export const TRIGGER = 'Trigger';

/** Activates a workflow of a single trigger of this package, and waits until n8n answers at its address. */
export async function activeTrigger(
	{ host: { client, n8n } }: FlowTest,
	{ node, ...rest }: { node: string; webhookId: string; parameters: INodeParameters },
): Promise<StoredWorkflow> {
	const type = `n8n-nodes-voice-sms-otp.${node}`;
	const at = { id: 'trigger', name: TRIGGER, position: [0, 0] as [number, number] };
	const stored = await client.workflows.create({
		name: `Only ${node}, ${rest.webhookId}`,
		nodes: [{ ...at, type, typeVersion: 1, ...rest }],
		connections: {},
	});
	await client.workflows.activate(stored);
	await untilRegistered(n8n.url, stored);
	return stored;
}
