import type { N8nRest } from './rest';
import type { StoredWorkflow, WorkflowData } from './types';
import { callWebhook, type WebhookAnswer } from './webhook';

/** The Workflows page and the editor's canvas. */
export class Workflows {
	constructor(private readonly rest: N8nRest) {}

	/** All workflows that are not archived, without their nodes. */
	async list(): Promise<Array<Pick<StoredWorkflow, 'id' | 'name'>>> {
		const all = await this.rest.request<StoredWorkflow[]>('GET', '/workflows');
		return all.filter(({ isArchived }) => !isArchived);
	}

	/** The ids of the active (published) workflows. */
	async activeIds(): Promise<string[]> {
		const all = await this.rest.request<Array<{ id: string; active: boolean }>>(
			'GET',
			'/workflows',
		);
		return all.filter(({ active }) => active).map(({ id }) => id);
	}

	async get(id: string): Promise<StoredWorkflow> {
		return await this.rest.request('GET', `/workflows/${id}`);
	}

	async create(workflow: WorkflowData): Promise<StoredWorkflow> {
		// n8n 1 requires both fields.
		const defaults = { settings: {}, active: false };
		return await this.rest.request('POST', '/workflows', { ...defaults, ...workflow });
	}

	async update(id: string, workflow: WorkflowData): Promise<StoredWorkflow> {
		return await this.rest.request('PATCH', `/workflows/${id}`, workflow);
	}

	/** Creates a workflow, or updates the one with the same name. */
	async put(workflow: WorkflowData): Promise<StoredWorkflow> {
		const there = (await this.list()).find(({ name }) => name === workflow.name);
		return there ? await this.update(there.id, workflow) : await this.create(workflow);
	}

	/** Deletes a workflow and its executions. */
	async delete(id: string): Promise<void> {
		await this.rest.request('POST', `/workflows/${id}/archive`, {});
		await this.rest.request('DELETE', `/workflows/${id}`);
	}

	/** Publishes this version of a workflow, so that n8n answers at its production webhooks. */
	async activate({ id, versionId }: StoredWorkflow): Promise<void> {
		await this.rest.request('POST', `/workflows/${id}/activate`, { versionId });
	}

	async deactivate(id: string): Promise<void> {
		await this.rest.request('POST', `/workflows/${id}/deactivate`, {});
	}

	/** POSTs to the production address of an active workflow's webhook. */
	async callWebhook(webhookPath: string, body: unknown = {}): Promise<WebhookAnswer> {
		return await callWebhook(`${this.rest.url}/webhook/${webhookPath}`, body);
	}

	/** Presses Execute Workflow. @returns the id of the execution, which may still be running */
	async run(id: string, triggerName: string): Promise<string> {
		const { executionId } = await this.rest.request<{ executionId: string }>(
			'POST',
			`/workflows/${id}/run`,
			// n8n 1 and 2.0 run the workflow that the editor sends along; newer versions run the stored one.
			{ workflowData: await this.get(id), triggerToStartFrom: { name: triggerName } },
		);
		return executionId;
	}
}
