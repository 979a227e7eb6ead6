import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { N8nClient, StoredCredential, StoredWorkflow, WorkflowData } from '../../n8nClient';
import { packageRoot } from '../../system/paths';

const folder = path.join(packageRoot, 'examples');

/** A workflow in `examples/`, and its file name without `.json`. */
export interface Example {
	file: string;
	workflow: WorkflowData;
}

/** An example that was imported into n8n and activated. */
export interface ImportedExample {
	file: string;
	workflow: StoredWorkflow;
}

/** The values that an example's user has to choose or enter. */
export interface ExampleSetup {
	/** One credential for each provider; the examples get them by type. */
	credentials: StoredCredential[];
	/** The OTC ID: the ID of the OTP application in the ANTS account. */
	otcId: string;
	/** The number from which CM.com calls. */
	callerNumber: string;
	/**
	 * The secret of the examples' callers: the bearer token of MCP clients, the password of the user `bulk`, and the
	 * verification token of the triggers.
	 */
	secret: string;
}

/** Reads the examples from their files each time, so that the caller may change them. */
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
 * Imports the examples and does what their notes ask of a user: chooses credentials, fills in empty fields, executes
 * "Set up" and activates the workflow. Examples that were imported before are updated.
 *
 * @throws when n8n refuses an example, or its "Set up" does not succeed
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

/** Stores the credentials of n8n's own types that authenticate callers, under the names that the examples use. */
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

/** Fills in a workflow's empty parameters and the empty fields of its "Settings", and chooses its credentials. */
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
