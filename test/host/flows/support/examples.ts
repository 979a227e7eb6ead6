import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { N8nClient, StoredCredential, StoredWorkflow, WorkflowData } from '../../n8nClient';
import { packageRoot } from '../../system/paths';

const folder = path.join(packageRoot, 'examples');

/** A workflow of `examples/`, with the name of its file, without `.json`. */
export interface Example {
	file: string;
	workflow: WorkflowData;
}

/** An example that is in an n8n, active. */
export interface ImportedExample {
	file: string;
	workflow: StoredWorkflow;
}

/** What the examples leave open for their user to choose or enter. */
export interface ExampleSetup {
	/** One for each provider; an example gets them by their types. */
	credentials: StoredCredential[];
	/** The ID of the OTP application at ANTS. */
	otcId: string;
	/** The number that calls of CM.com come from. */
	callerNumber: string;
	/**
	 * What whoever calls an example has to know: the bearer token of MCP clients, the password of the user `bulk`, and the verification token of the triggers.
	 */
	secret: string;
}

/** Reads the examples anew: whoever gets one may change it. */
export function loadExamples(): Example[] {
	return readdirSync(folder)
		.filter((name) => name.endsWith('.json'))
		.sort()
		.map((name) => ({
			file: path.basename(name, '.json'),
			workflow: JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as WorkflowData,
		}));
}

/**
 * Imports the examples and does what their notes ask of a user: chooses credentials, fills in what is empty, runs
 * "Set up", activates. May be done again: it updates what is there.
 *
 * @throws when n8n refuses one, or its "Set up" does not succeed
 */
export async function importExamples(
	client: N8nClient,
	setup: ExampleSetup,
	examples: Example[] = loadExamples(),
): Promise<ImportedExample[]> {
	const credentials = [...setup.credentials, ...(await callerCredentials(client, setup.secret))];
	const imported: ImportedExample[] = [];
	for (const { file, workflow } of examples) {
		const stored = await client.workflows.put(fillIn(workflow, { ...setup, credentials }));
		await setUp(client, stored);
		await client.workflows.activate(stored);
		imported.push({ file, workflow: stored });
	}
	return imported;
}

/** n8n's own credentials, by which callers of the examples prove who they are; named as the examples name them. */
async function callerCredentials(client: N8nClient, secret: string): Promise<StoredCredential[]> {
	const wanted = [
		{ name: 'MCP client token', type: 'httpBearerAuth', data: { token: secret } },
		{
			name: 'Bulk form login',
			type: 'httpBasicAuth',
			data: { user: 'bulk', password: secret },
		},
	];
	const stored: StoredCredential[] = [];
	for (const credential of wanted) stored.push(await client.credentials.put(credential));
	return stored;
}

/** Puts the setup's values where a workflow has nothing: in parameters, and in the fields of "Settings". */
function fillIn(workflow: WorkflowData, setup: ExampleSetup): WorkflowData {
	const { credentials, otcId, callerNumber, secret } = setup;
	const values: Record<string, string> = {
		...{ otcId, callerNumber, caller: callerNumber, verificationToken: secret },
	};
	for (const { parameters, credentials: used } of workflow.nodes) {
		for (const name of Object.keys(values)) {
			if (parameters[name] === '') parameters[name] = values[name];
		}
		for (const field of fieldsOf(parameters)) {
			if (field.value === '' && field.name in values) field.value = values[field.name];
		}
		for (const [type, choice] of Object.entries(used ?? {})) {
			const stored = credentials.find((credential) => credential.type === type);
			if (!stored) throw new Error(`${workflow.name} needs a credential of the type ${type}`);
			Object.assign(choice, { id: stored.id, name: stored.name });
		}
	}
	return workflow;
}

type Parameters = WorkflowData['nodes'][number]['parameters'];

const fieldsOf = ({ assignments }: Parameters) =>
	(assignments as { assignments: Array<{ name: string; value: string }> } | undefined)
		?.assignments ?? [];

async function setUp(client: N8nClient, workflow: StoredWorkflow): Promise<void> {
	const trigger = workflow.nodes.find(({ name }) => name === 'Set up');
	if (!trigger) return;
	const id = await client.workflows.run(workflow.id, trigger.name);
	const { status } = await client.executions.waitFor(id);
	if (status !== 'success') throw new Error(`"Set up" of ${workflow.name} ended with ${status}`);
}
