import path from 'node:path';

import { sandboxCredentials } from './demo/credentials';
import { demoWorkflows, loadWorkflow } from './demo/workflows';
import { type Host, openHost } from './host';
import { owner } from './owner';
import { type ProgramLife, runProgram, untilStopped } from './program';
import { tryLock } from './system/lock';
import { cacheFolder } from './system/paths';
import { streamProgress } from './system/progress';

const SANDBOX_PORT = 8025;

/** `npm start`: n8n with the package, its credentials and three workflows, until it is told to stop. */
async function start({ signal, atEnd }: ProgramLife): Promise<number> {
	const userFolder = path.join(cacheFolder, 'n8n-user');
	const release = await tryLock(userFolder);
	if (!release) throw new Error('n8n is already running from an earlier "npm start"');
	atEnd(release);
	const host = await openHost({
		userFolder,
		signal,
		sandboxPort: SANDBOX_PORT,
		progress: streamProgress(),
	});
	atEnd(host.close);

	const workflows = await fill(host);
	const lines = [
		`Editor     ${host.n8n.url}`,
		`  E-mail   ${owner.email}`,
		`  Password ${owner.password}`,
		`Inbox      ${host.sandbox.url}/`,
		'Workflows, ready to execute:',
		...workflows.map(({ id, name }) => `  ${name}: ${host.n8n.url}/workflow/${id}`),
		'Stop with Ctrl+C.',
	];
	console.log(lines.join('\n'));
	await untilStopped(signal);
	return 0;
}

// The folder outlives a run: what an earlier one made is updated, for the sandbox may be elsewhere now.
async function fill({ client, sandbox }: Host) {
	const credentials = [];
	for (const { name, type, data } of sandboxCredentials(sandbox)) {
		credentials.push(await client.credentials.put({ name, type, data }));
	}
	const workflows = [];
	for (const file of Object.values(demoWorkflows)) {
		workflows.push(await client.workflows.put(await loadWorkflow(file, sandbox, credentials)));
	}
	return workflows;
}

void runProgram(start);
