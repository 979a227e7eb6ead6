import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { account as ants } from '../../providers/Ants/sandbox';
import type { Sandbox } from '../../sandbox/server';
import type { StoredCredential, WorkflowData } from '../n8nClient';

/** The files of the demo's workflows in `test/host/workflows`. */
export const demoWorkflows = {
	voiceCall: 'voice-call-by-antbuddy.json',
	smsCode: 'sms-code-by-ants.json',
	promptedCall: 'call-with-prompts-by-voice-otp-advanced.json',
} as const;

/** The name of the manual trigger that each of these workflows starts with. */
export const startNode = 'When clicking Execute workflow';

/**
 * Reads a workflow and fills in the sandbox's address, the OTC ID of its ANTS account, and the credentials, which are
 * matched by type.
 */
export async function loadWorkflow(
	file: string,
	sandbox: Sandbox,
	credentials: StoredCredential[],
): Promise<WorkflowData> {
	const template = await readFile(path.resolve(__dirname, '../workflows', file), 'utf8');
	const text = template
		.replaceAll('__SANDBOX_URL__', sandbox.url)
		.replaceAll('__OTC_ID__', ants.otcId);
	const workflow = JSON.parse(text) as WorkflowData;
	for (const node of workflow.nodes) {
		for (const [type, used] of Object.entries(node.credentials ?? {})) {
			const stored = credentials.find((credential) => credential.type === type);
			if (!stored) throw new Error(`${file} needs a credential of the type ${type}`);
			Object.assign(used, { id: stored.id, name: stored.name });
		}
	}
	return workflow;
}
