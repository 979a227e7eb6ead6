import path from 'node:path';

import { account as ants } from '../providers/Ants/sandbox';
import { sandboxCredentials } from './demo/credentials';
import { demoWorkflows, loadWorkflow } from './demo/workflows';
import { importExamples } from './flows/support/examples';
import { verificationAddress } from './flows/support/registered';
import { type Host, openHost } from './host';
import { owner } from './owner';
import { type ProgramLife, runProgram, untilStopped } from './program';
import { tryLock } from './system/lock';
import { cacheFolder } from './system/paths';
import { streamProgress } from './system/progress';

const SANDBOX_PORT = 8025;

/** The examples whose trigger serves a page, in the order in which they are printed. */
const PAGES = {
	'Verify a number': 'phone-verification',
	'SMS first, a call on request': 'sms-first-voice',
};
/** The paths of the examples' forms on n8n. */
const FORMS = {
	'Form with a voice call': '/form/verify-phone-by-voice',
	'Form with SMS': '/form/verify-phone-by-sms',
	'Form with SMS, then a call if it does not arrive': '/form/verify-phone',
};
/** The token and password of the examples' callers; no secret, because only this machine can reach that n8n. */
const CALLERS_KEY = 'only-on-this-machine';

/** `npm start`: runs n8n with the package, credentials, the demo's workflows and all examples, until stopped. */
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

	const { workflows, examples } = await fill(host);
	const addressOf = (file: string) => {
		const { workflow } = examples.find((example) => example.file === file)!;
		return `${host.n8n.url}/${verificationAddress(workflow)}`;
	};
	const [[first, firstFile], ...otherPages] = Object.entries(PAGES);
	const lines = [
		`${first}: ${addressOf(firstFile)}`,
		`  The code arrives in the inbox: ${host.sandbox.url}/`,
		`Editor     ${host.n8n.url}`,
		`  E-mail   ${owner.email}`,
		`  Password ${owner.password}`,
		'More pages to fill in:',
		...otherPages.map(([name, file]) => `  ${name}: ${addressOf(file)}`),
		...Object.entries(FORMS).map(([name, address]) => `  ${name}: ${host.n8n.url}${address}`),
		`Token of MCP clients and of reports, password of the user "bulk": ${CALLERS_KEY}`,
		'Workflows, ready to look at and to execute:',
		...workflows.map(({ id, name }) => `  ${name}: ${host.n8n.url}/workflow/${id}`),
		'Stop with Ctrl+C.',
	];
	console.log(lines.join('\n'));
	await untilStopped(signal);
	return 0;
}

// The user folder outlives a run: credentials and workflows are updated, because the sandbox's port may have changed.
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
	return { workflows: [...workflows, ...examples.map(({ workflow }) => workflow)], examples };
}

void runProgram(start);
