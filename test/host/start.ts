import path from 'node:path';

import { account as ants } from '../providers/Ants/sandbox';
import { sandboxCredentials } from './demo/credentials';
import { demoWorkflows, loadWorkflow } from './demo/workflows';
import { importExamples } from './flows/support/examples';
import { type Host, openHost } from './host';
import { owner } from './owner';
import { type ProgramLife, runProgram, untilStopped } from './program';
import { tryLock } from './system/lock';
import { cacheFolder } from './system/paths';
import { streamProgress } from './system/progress';

const SANDBOX_PORT = 8025;

/** Where a person starts: the addresses of the examples' forms, behind that of n8n. */
const FORMS = {
	'Verify by a voice call': '/form/verify-phone-by-voice',
	'Verify by SMS': '/form/verify-phone-by-sms',
	'SMS first, then voice': '/form/verify-phone',
};
/** What callers of the examples have to know; printed, and for this machine only, so no secret. */
const CALLERS_KEY = 'only-on-this-machine';

/** `npm start`: n8n with the package, its credentials, the demo's workflows and all examples, until it is told to stop. */
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
		'Forms to fill in (the code is in the inbox):',
		...Object.entries(FORMS).map(([name, address]) => `  ${name}: ${host.n8n.url}${address}`),
		`Key of the examples that are called by programs (bulk list: user "bulk"): ${CALLERS_KEY}`,
		'Workflows, ready to look at and to execute:',
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
	const setup = {
		credentials,
		otcId: ants.otcId,
		callerNumber: '+31 20 123 4567',
		secret: CALLERS_KEY,
	};
	const examples = await importExamples(client, setup);
	return [...workflows, ...examples.map(({ workflow }) => workflow)];
}

void runProgram(start);
