import axios from 'axios';

import type { StoredWorkflow } from '../../n8nClient';
import { eventually } from './wait';

type Node = StoredWorkflow['nodes'][number];

/** Where n8n answers for the Phone Verification Trigger of a workflow. */
export function verificationAddress({ nodes }: Pick<StoredWorkflow, 'nodes'>): string {
	const trigger = nodes.find(({ type }) => type.endsWith('.phoneVerificationTrigger'))!;
	return `webhook/${trigger.webhookId}/verify`;
}

/** Where n8n answers for a trigger; undefined for a node that has no address of its own. */
function addressOf({ type, webhookId, parameters }: Node): string | undefined {
	const name = type.replace(/^.*\./, '');
	const { path } = parameters;
	if (name === 'formTrigger') {
		const { path: formPath } = (parameters.options ?? {}) as { path?: string };
		return `form/${formPath ?? path ?? webhookId}`;
	}
	if (name === 'mcpTrigger') return `mcp/${String(path)}`;
	if (name === 'webhook') return `webhook/${String(path)}`;
	if (name === 'phoneVerificationTrigger') return `webhook/${webhookId}/verify`;
	return type.startsWith('n8n-nodes-voice-sms-otp.') && name.endsWith('Trigger')
		? `webhook/${webhookId}/webhook`
		: undefined;
}

/**
 * Waits until n8n answers at every address of an active workflow: activating answers about a second before. Asks by
 * OPTIONS, which runs nothing and names the methods that are registered.
 */
export async function untilRegistered(url: string, workflow: StoredWorkflow): Promise<void> {
	for (const node of workflow.nodes) {
		const address = addressOf(node);
		if (address === undefined) continue;
		// It has several methods, which n8n registers one after the other, POST as the last.
		const registered = node.type.endsWith('phoneVerificationTrigger') ? /POST/ : /GET|POST/;
		await eventually(async () => {
			const { headers } = await axios.options(`${url}/${address}`, {
				headers: { origin: url },
				proxy: false,
				validateStatus: () => true,
			});
			const methods = String(headers['access-control-allow-methods'] ?? '');
			return registered.test(methods) ? true : undefined;
		}, `${workflow.name} answers at /${address}`);
	}
}
