import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { account as ants } from '../../../providers/Ants/sandbox';
import { sandboxCredentials } from '../../demo/credentials';
import { type Host, type HostOptions, openHost } from '../../host';
import type { StoredWorkflow, WorkflowData } from '../../n8nClient';
import { hostFolder } from '../../system/paths';
import { streamProgress } from '../../system/progress';
import { type Example, type ExampleSetup, importExamples, loadExamples } from './examples';
import { untilRegistered } from './registered';

/** A real n8n with active examples, and the sandbox that they call. */
export interface FlowHost extends Host {
	setup: ExampleSetup;
	/** The folder where n8n keeps its database. */
	userFolder: string;
	/** The folder where n8n itself is installed. */
	n8nFolder: string;
	/** By file name, the changes that an example needs in an n8n that cannot run it as it is. */
	changes: Map<string, (workflow: Example['workflow']) => void>;
	/** Imports an example under its own name; needed only if the host was opened without it. */
	importExample(file: string): Promise<StoredWorkflow>;
	/** The imported example with this file name. */
	example(file: string): StoredWorkflow;
	/**
	 * Imports another copy of an example.
	 *
	 * @param change - gets the example from the repository, and gives the copy a name and addresses of its own
	 */
	importCopy(
		file: string,
		change: (workflow: Example['workflow']) => void,
	): Promise<StoredWorkflow>;
}

export interface FlowHostOptions
	extends Pick<HostOptions, 'n8nFolder' | 'env' | 'sandboxPort' | 'signal'> {
	/** The examples to import when the host opens; default all. */
	examples?: Example[];
}

/** Starts n8n and the sandbox, and imports the examples; call `close` at the end. */
export async function openFlowHost({
	n8nFolder = hostFolder,
	examples = loadExamples(),
	...options
}: FlowHostOptions = {}): Promise<FlowHost> {
	const userFolder = await mkdtemp(path.join(os.tmpdir(), 'n8n-flows-'));
	const progress = streamProgress();
	const host = await openHost({ ...options, userFolder, n8nFolder, progress });
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
			otcId: ants.otcId,
			callerNumber: '+31 20 123 4567',
			secret: randomBytes(24).toString('base64url'),
		};
		const imported = await importExamples(client, setup, examples);
		for (const { workflow } of imported) await untilRegistered(host.n8n.url, workflow);
		const example = (file: string) => {
			const found = imported.find((candidate) => candidate.file === file);
			if (!found) throw new Error(`There is no example ${file}`);
			return found.workflow;
		};
		const changes: FlowHost['changes'] = new Map();
		const importChanged = async (file: string, change: (workflow: WorkflowData) => void) => {
			const copy = loadExamples().find((candidate) => candidate.file === file);
			if (!copy) throw new Error(`There is no example ${file}`);
			changes.get(file)?.(copy.workflow);
			change(copy.workflow);
			const [added] = await importExamples(client, setup, [copy]);
			await untilRegistered(host.n8n.url, added.workflow);
			return added;
		};
		const importCopy: FlowHost['importCopy'] = async (file, change) =>
			(await importChanged(file, change)).workflow;
		const importExample: FlowHost['importExample'] = async (file) => {
			const added = await importChanged(file, () => {});
			imported.push(added);
			return added.workflow;
		};
		const folders = { userFolder, n8nFolder };
		return { ...host, ...folders, setup, changes, example, importExample, importCopy, close };
	} catch (error) {
		await close();
		throw error;
	}
}

/** The parameters of a workflow's node, which the caller may change. */
export function parametersOf(
	workflow: Example['workflow'],
	node: string,
): Record<string, Record<string, unknown>> {
	const found = workflow.nodes.find(({ name }) => name === node);
	if (!found) throw new Error(`${workflow.name} has no node "${node}"`);
	return found.parameters as Record<string, Record<string, unknown>>;
}
