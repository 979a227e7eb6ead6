import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { INode } from 'n8n-workflow';

import { snapshotOf } from '../../../nodes/shared/verification/snapshot';
import { untilRegistered } from '../../host/flows/support/registered';
import type { StoredCredential } from '../../host/n8nClient';
import { call, settings } from './contender';
import type { Contender, ContenderName, Surroundings } from './contender';

const TRIGGER = 'Phone verified';
/** The most that the option Sends in All allows, and so the most challenges that can be open at a time. */
export const MOST_OPEN = 10_000;
/** Milliseconds between the sends that the static data begins with. */
const APART = 25;

const id = (bytes: number) => randomBytes(bytes).toString('base64url');

/** The static data of a trigger that has sent `open` codes in the last minutes. */
function staticDataOf(open: number): string {
	const now = Date.now();
	const sends = Array.from({ length: open }, (_, index) => ({
		...{ id: id(9), at: now - (open - index) * APART, number: id(8), address: id(8) },
		isReturned: false,
	}));
	const snapshot = snapshotOf({ sends, trials: [], told: [] });
	return JSON.stringify({ [`node:${TRIGGER}`]: { verification: snapshot } });
}

/** n8n's database, in its user folder; n8n's API does not accept static data. */
const databaseIn = (folder: string) =>
	new DatabaseSync(path.join(folder, 'n8n/.n8n/database.sqlite'), { timeout: 10_000 });

/** Bytes of the static data that n8n keeps with a workflow. */
export function staticDataBytes(folder: string, workflowName: string): number {
	const database = databaseIn(folder);
	const row = database
		.prepare('SELECT LENGTH(staticData) AS bytes FROM workflow_entity WHERE name = ?')
		.get(workflowName);
	database.close();
	return Number(row?.bytes ?? 0);
}

/**
 * Activates a workflow of a single Phone Verification Trigger.
 *
 * @param open - the number of challenges that are open from the start
 * @param folder - the folder of the benchmark, in which n8n has its user folder
 * @param sendsInAll - the trigger's limit for an hour
 */
export async function layTrigger(
	name: ContenderName,
	open: number,
	credential: StoredCredential,
	{ n8n: { client, server } }: Surroundings,
	folder: string,
	sendsInAll = MOST_OPEN,
): Promise<Contender> {
	const node = {
		...{ id: TRIGGER, name: TRIGGER, typeVersion: 1, position: [0, 0], webhookId: `bench-${name}` },
		type: 'n8n-nodes-voice-sms-otp.phoneVerificationTrigger',
		credentials: { [credential.type]: { id: credential.id, name: credential.name } },
		parameters: { provider: call.provider, ...call.fixed, options: { sendsInAll } },
	} as unknown as INode;
	const workflow = await client.workflows.create({
		name,
		nodes: [node],
		connections: {},
		settings,
	});
	if (open > 0) {
		const database = databaseIn(folder);
		database
			.prepare('UPDATE workflow_entity SET staticData = ? WHERE id = ?')
			.run(staticDataOf(open), workflow.id);
		database.close();
	}
	await client.workflows.activate(workflow);
	await untilRegistered(server.url, workflow);
	const url = `${server.url}/webhook/bench-${name}/verify`;
	return { name, urls: { page: url, send: url, check: url } };
}
