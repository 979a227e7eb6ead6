import type { IDataObject, INode } from 'n8n-workflow';

import type { FlowHost } from '../flows/support/flowHost';
import { untilRegistered } from '../flows/support/registered';
import type { StoredWorkflow } from '../n8nClient';

export const TRIGGER = 'Phone verified';

/** An active workflow of a single Phone Verification Trigger, and the address of its page. */
export interface ActiveVerification {
	workflow: StoredWorkflow;
	url: string;
}

/**
 * Activates a trigger that texts a code through ANTS, and on request calls through CM.com. The query of its address
 * chooses the page's language.
 *
 * @param name - part of the workflow's name and address
 */
export async function activeVerification(
	{ client, n8n, setup }: FlowHost,
	name: string,
	parameters: IDataObject = {},
): Promise<ActiveVerification> {
	const credentials: INode['credentials'] = {};
	for (const { id, name: title, type } of setup.credentials)
		credentials[type] = { id, name: title };
	const workflow = await client.workflows.put({
		name: `Verification page: ${name}`,
		nodes: [
			{
				id: 'trigger',
				name: TRIGGER,
				type: 'n8n-nodes-voice-sms-otp.phoneVerificationTrigger',
				typeVersion: 1,
				position: [0, 0],
				webhookId: `verification-page-${name}`,
				credentials,
				parameters: {
					provider: 'ants',
					otcId: setup.otcId,
					language: '={{ $json.query.language || "en" }}',
					fallbackProvider: 'cmVoice',
					caller: setup.callerNumber,
					...parameters,
				},
			},
		],
		connections: {},
	});
	await client.workflows.activate(workflow);
	await untilRegistered(n8n.url, workflow);
	return { workflow, url: `${n8n.url}/webhook/verification-page-${name}/verify` };
}
