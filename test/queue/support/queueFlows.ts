import { randomBytes } from 'node:crypto';
import path from 'node:path';

import { sandboxCredentials } from '../../host/demo/credentials';
import { type Example, importExamples, loadExamples } from '../../host/flows/support/examples';
import type { FlowHost } from '../../host/flows/support/flowHost';
import { untilRegistered } from '../../host/flows/support/registered';
import { filesWith } from '../../host/flows/support/stored';
import { runCommand } from '../../host/system/command';
import { account as ants } from '../../providers/Ants/sandbox';
import type { QueueHost } from './queueHost';

/**
 * A host for the tests of the flows, from an n8n in queue mode: people and providers reach the webhook process, and the
 * editor is in the main process. Only the named examples are imported.
 */
export async function queueFlowHost(host: QueueHost, files: string[]): Promise<FlowHost> {
	const { client, sandbox, main, webhook } = host;
	const credentials = [];
	for (const { name, type, data } of sandboxCredentials(sandbox)) {
		credentials.push(await client.credentials.put({ name, type, data }));
	}
	const setup = {
		credentials,
		otcId: ants.otcId,
		callerNumber: '+31 20 123 4567',
		secret: randomBytes(24).toString('base64url'),
	};
	const wanted = (file: string) => loadExamples().filter((example) => example.file === file);
	/** Waits until the webhooks are registered: a browser that came too early would stay on a page without the form. */
	const importAll = async (examples: Example[]) => {
		const added = await importExamples(client, setup, examples);
		for (const { workflow } of added) await untilRegistered(webhook.url, workflow);
		return added;
	};
	const imported = await importAll(files.flatMap(wanted));
	const flowHost: Partial<FlowHost> = {
		sandbox,
		client,
		setup,
		n8n: { ...main, url: webhook.url, log: host.log },
		example: (file) => imported.find((example) => example.file === file)!.workflow,
		async importCopy(file, change) {
			const [copy] = wanted(file);
			change(copy.workflow);
			const [{ workflow }] = await importAll([copy]);
			return workflow;
		},
	};
	return flowHost as FlowHost;
}

/** The places where a text is stored: lines in a dump of the whole database, and files of every process. */
export async function storedWith(
	{ database, userFolders }: QueueHost,
	text: string,
): Promise<string[]> {
	const { port, user, password } = database;
	const dump = await runCommand(
		'pg_dump',
		['--host', '127.0.0.1', '--port', String(port), '--username', user, database.database],
		{ cwd: '/', env: { PGPASSWORD: password } },
	);
	const lines = dump.split('\n').filter((line) => line.includes(text));
	const files = await Promise.all(
		userFolders.map(async (folder) =>
			(await filesWith(text, folder)).map((file) => path.join(path.basename(folder), file)),
		),
	);
	return [...lines, ...files.flat()];
}
