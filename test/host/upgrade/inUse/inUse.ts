import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';

import { account as ants } from '../../../providers/Ants/sandbox';
import { sandboxCredentials } from '../../demo/credentials';
import { demoWorkflows, loadWorkflow, startNode } from '../../demo/workflows';
import { Person } from '../../flows/support/browser';
import { importExamples } from '../../flows/support/examples';
import {
	outputOf,
	type StoredCredential,
	type StoredWorkflow,
	type WorkflowData,
} from '../../n8nClient';
import type { UpgradeHost } from '../upgradeHost';
import { type Interrupted, interrupt } from './interrupted';
import { awaitReports, type Reporting, reportTo } from './reporting';
import { shapeOf } from './shape';
import type { Given } from './steps';
import { laterCheck, otherOperations, sendForLater } from './workflows';

const PACKAGE = 'n8n-nodes-voice-sms-otp.';
/** How long a page may take on a busy machine. */
export const PATIENCE_MS = 60_000;
/** The example from the previous version of the package, with nodes of version 1. */
const FLOW_1 = 'phone-verification-form-voice';
/** The longest time that a code can be valid; the rest of the test must end within it. */
const LONGEST_SECONDS = 600;
const CHECKING = ['antBuddyVoiceOtp', 'voiceOtpAdvanced'] as const;

/** A workflow, and the shape of the output of each of its nodes of this package. */
export interface Run {
	workflow: StoredWorkflow;
	shapes: Record<string, string[]>;
}

/** A code that a person received and has not typed yet. */
export interface Underway {
	type: (typeof CHECKING)[number];
	challenge: unknown;
	code: string;
	phoneNumber: string;
}

/** Work that was left unfinished, to be continued at one moment of the test. */
export interface LeftOpen {
	interrupted: Interrupted[];
	/** A person whom flow 1 has called, and who sees the page that asks for the code. */
	person: Person;
	/** The last digits of the person's number. */
	digits: string;
}

/** Everything that a user of the package has in n8n. */
export interface InUse {
	credentials: StoredCredential[];
	runs: Run[];
	underway: Underway[];
	reporting: Reporting[];
	/** The shape of each trigger's output. */
	reported: string[][];
	leftOpen: LeftOpen[];
}

/** Executes a workflow manually. @returns the shape of the output of each of its nodes of this package */
export async function shapesOf({ client }: UpgradeHost, workflow: StoredWorkflow) {
	const id = await client.workflows.run(workflow.id, startNode);
	const execution = await client.executions.waitFor(id);
	const own = workflow.nodes.filter(({ type }) => type.startsWith(PACKAGE));
	return Object.fromEntries(own.map(({ name }) => [name, shapeOf(outputOf(execution, name))]));
}

/**
 * Uses the package as its users do.
 *
 * @param times - how many times to leave work unfinished, once for each moment at which it is continued
 */
export async function putToUse(host: UpgradeHost, browser: Browser, times: number): Promise<InUse> {
	const { client, sandbox } = host;
	const credentials: StoredCredential[] = [];
	for (const { name, type, data } of sandboxCredentials(sandbox)) {
		credentials.push(await client.credentials.create({ name, type, data }));
	}
	const { otcId } = ants;
	const given: Given = { credentials, otcId, sandboxUrl: sandbox.url };

	const runs: Run[] = [];
	const demo = Object.values(demoWorkflows).map(
		async (file) => await loadWorkflow(file, sandbox, credentials),
	);
	for (const data of [...(await Promise.all(demo)), otherOperations(given)]) {
		const workflow = await client.workflows.create(data);
		runs.push({ workflow, shapes: await shapesOf(host, workflow) });
	}
	const reporting = await awaitReports(host);
	const reported = [];
	for (const each of reporting) reported.push(await reportTo(host, each));

	await openForm(host, given);
	const leftOpen: LeftOpen[] = [];
	for (let round = 0; round < times; round++) {
		const interrupted = await interrupt(host, given, round);
		leftOpen.push({ interrupted, ...(await fillInForm(host, browser, `91927450${round}`)) });
	}
	const underway = [];
	for (const type of CHECKING) underway.push(await sendCode(host, given, type));
	return { credentials, runs, underway, reporting, reported, leftOpen };
}

async function sendCode(host: UpgradeHost, given: Given, type: Underway['type']) {
	const { workflows, executions } = host.client;
	const phoneNumber = '+84919273500';
	const { id } = await workflows.create(
		sendForLater(given, type, { number: phoneNumber, expiresIn: LONGEST_SECONDS }),
	);
	const execution = await executions.waitFor(await workflows.run(id, startNode));
	const [{ challenge }] = outputOf(execution, 'Send');
	const [{ code }] = host.sandbox.state.inbox;
	await workflows.activate(await workflows.create(laterCheck(given, type)));
	return { type, challenge, code, phoneNumber };
}

async function openForm({ client }: UpgradeHost, { credentials, otcId }: Given): Promise<void> {
	const text = await readFile(path.join(__dirname, `${FLOW_1}.json`), 'utf8');
	const workflow = JSON.parse(text) as WorkflowData;
	const call = workflow.nodes.find(({ name }) => name === 'Call with a code');
	// On a busy machine the test may take longer than the five minutes of the example.
	Object.assign(call?.parameters.options ?? {}, { expiresIn: LONGEST_SECONDS });
	const setup = { credentials, otcId, callerNumber: '', secret: 'unused' };
	await importExamples(client, setup, [{ file: FLOW_1, workflow }]);
}

async function fillInForm({ client, sandbox }: UpgradeHost, browser: Browser, digits: string) {
	const person = await Person.enter(browser, { sandboxUrl: sandbox.url });
	await person.open(`${client.rest.url}/form/verify-phone-by-voice`);
	await person.submit('Phone number', `+84${digits}`);
	await person.sees('Enter the code', PATIENCE_MS);
	return { person, digits };
}
