import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { sandboxCredentials } from '../../demo/credentials';
import { type Host, openHost } from '../../host';
import type { StoredWorkflow } from '../../n8nClient';
import { streamProgress } from '../../system/progress';
import { type Example, type ExampleSetup, importExamples, loadExamples } from './examples';

/** A real n8n with every example active, and the sandbox they call. */
export interface FlowHost extends Host {
	setup: ExampleSetup;
	/** Where n8n keeps its database. */
	userFolder: string;
	/** An example as it is in this n8n, by the name of its file. */
	example(file: string): StoredWorkflow;
	/**
	 * Imports one more copy of an example, which needs a name and addresses of its own.
	 *
	 * @param change - gets the example as it is in the repository
	 */
	importCopy(
		file: string,
		change: (workflow: Example['workflow']) => void,
	): Promise<StoredWorkflow>;
}

/** Starts the host; call its `close` at the end. */
export async function openFlowHost(): Promise<FlowHost> {
	const userFolder = await mkdtemp(path.join(os.tmpdir(), 'n8n-flows-'));
	const host = await openHost({ userFolder, progress: streamProgress() });
	const { client, sandbox } = host;
	const close = async () => {
		await host.close();
		await rm(userFolder, { recursive: true, force: true });
	};
	try {
		const credentials = [];
		for (const { name, type, data } of sandboxCredentials(sandbox)) {
			credentials.push(await client.credentials.put({ name, type, data }));
		}
		const setup: ExampleSetup = {
			credentials,
			otcId: sandbox.accounts.ants.otcId,
			callerNumber: '+31 20 123 4567',
			secret: randomBytes(24).toString('base64url'),
		};
		const imported = await importExamples(client, setup);
		const example = (file: string) => {
			const found = imported.find((candidate) => candidate.file === file);
			if (!found) throw new Error(`There is no example ${file}`);
			return found.workflow;
		};
		const importCopy: FlowHost['importCopy'] = async (file, change) => {
			const copy = loadExamples().find((candidate) => candidate.file === file);
			if (!copy) throw new Error(`There is no example ${file}`);
			change(copy.workflow);
			const [{ workflow }] = await importExamples(client, setup, [copy]);
			return workflow;
		};
		return { ...host, setup, userFolder, example, importCopy, close };
	} catch (error) {
		await close();
		throw error;
	}
}

/** The parameters of a workflow's node, to be changed. */
export function parametersOf(
	workflow: Example['workflow'],
	node: string,
): Record<string, Record<string, unknown>> {
	const found = workflow.nodes.find(({ name }) => name === node);
	if (!found) throw new Error(`${workflow.name} has no node "${node}"`);
	return found.parameters as Record<string, Record<string, unknown>>;
}
