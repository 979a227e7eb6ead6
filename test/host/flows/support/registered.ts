import axios from 'axios';

import type { StoredWorkflow } from '../../n8nClient';
import { eventually } from './wait';

type Node = StoredWorkflow['nodes'][number];

/** The path at which n8n serves the Phone Verification Trigger of a workflow. */
export function verificationAddress({ nodes }: Pick<StoredWorkflow, 'nodes'>): string {
	const trigger = nodes.find(({ type }) => type.endsWith('.phoneVerificationTrigger'))!;
	return `webhook/${trigger.webhookId}/verify`;
}

/** The path at which n8n serves a trigger; undefined for a node without an address of its own. */
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
 * Waits until n8n answers at every address of an active workflow, about a second after it answered the activation.
 * Sends OPTIONS, which runs nothing and returns the registered methods.
 */
export async function untilRegistered(url: string, workflow: StoredWorkflow): Promise<void> {
	for (const node of workflow.nodes) {
		const address = addressOf(node);
		if (address === undefined) continue;
		// This trigger has several methods, which n8n registers one after the other, POST last.
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
