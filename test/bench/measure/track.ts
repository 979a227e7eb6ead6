import { performance } from 'node:perf_hooks';

import type { StoredWorkflow } from '../../host/n8nClient';
import type { ProviderCall } from '../contenders/calls';
import type { ContenderName } from '../n8n/contenderName';
import { canWatch, peakDuring } from '../n8n/memory';
import { loginOf } from '../n8n/logins';
import type { N8nUnderTest } from '../n8n/n8nUnderTest';
import { webhookPathOf, workflowFor } from '../n8n/workflows';
import type { SandboxProcess } from '../sandbox/sandboxProcess';
import { witnessOf } from './witness';
import type { Witness } from './witness';

/** One run of one contender. */
export interface RunFigures extends Witness {
	/** Milliseconds of the node alone, by n8n's clock. */
	nodeMs: number;
	/** Milliseconds from the webhook's call to its answer. */
	wallMs: number;
	/** Bytes by which n8n's memory grew to its peak in the run, if it was measured. */
	peakBytes?: number;
}

/** The n8n and the sandbox of the benchmark. */
export interface Surroundings {
	n8n: N8nUnderTest;
	sandbox: SandboxProcess;
}

/** One contender with one call: an active workflow in n8n. */
export class Track {
	private constructor(
		readonly contender: ContenderName,
		readonly call: ProviderCall,
		private readonly workflow: StoredWorkflow,
		private readonly surroundings: Surroundings,
		private readonly webhookPath: string,
	) {}

	/** Creates and activates the workflow. */
	static async lay(
		contender: ContenderName,
		call: ProviderCall,
		token: string,
		surroundings: Surroundings,
	): Promise<Track> {
		const { credentials, workflows } = surroundings.n8n.client;
		const baseUrl = surroundings.sandbox.addresses.baseUrls[call.provider];
		const { credential, header } = loginOf(contender, call, baseUrl, token);
		const stored = credential && (await credentials.create(credential));
		const parts = { contender, call, baseUrl, credential: stored, loginHeader: header };
		const workflow = await workflows.create(workflowFor(parts));
		await workflows.activate(workflow);
		const webhookPath = webhookPathOf(contender, call, baseUrl);
		return new Track(contender, call, workflow, surroundings, webhookPath);
	}

	/**
	 * Runs the workflow once.
	 *
	 * @param withMemory - whether to measure n8n's memory (on Linux), after a collection of its garbage
	 * @throws when the execution does not succeed
	 */
	async run(items: number, withMemory = false): Promise<RunFigures> {
		const { n8n, sandbox } = this.surroundings;
		const { server, inspector, client, reports } = n8n;
		const path = this.webhookPath;
		const before = await sandbox.counters();
		let wallMs = 0;
		const work = async () => {
			const start = performance.now();
			const { status } = await client.workflows.callWebhook(path, { count: items });
			if (status !== 200) throw new Error(`${path} with ${items} items: HTTP ${status}`);
			wallMs = performance.now() - start;
		};
		const peakBytes =
			withMemory && canWatch ? await peakDuring(server.pid, inspector, work) : await work();
		const report = await reports.next(this.workflow.id);
		if (report.status !== 'success' || report.nodeMs === undefined || report.items !== items)
			throw new Error(
				`${path} with ${items} items: ${report.status}, ${report.items} items put out. ${report.message ?? ''}`,
			);
		const witness = witnessOf(before, await sandbox.counters());
		return { ...witness, nodeMs: report.nodeMs, wallMs, peakBytes: peakBytes ?? undefined };
	}
}
