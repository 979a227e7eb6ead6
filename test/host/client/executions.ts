import { setTimeout as delay } from 'node:timers/promises';

import {
	type Execution,
	type ExecutionSummary,
	hasEnded,
	parseExecution,
	type StoredExecution,
} from './execution';
import type { N8nRest } from './rest';

export interface ExecutionFilter {
	workflowId?: string;
	status?: Array<ExecutionSummary['status']>;
	/** `manual`, `webhook`, `retry`, … */
	mode?: string;
}

/** The Executions page. */
export class Executions {
	constructor(private readonly rest: N8nRest) {}

	/** The newest executions without their data, newest first; n8n returns at most 100. */
	async list(filter: ExecutionFilter = {}, limit = 20): Promise<ExecutionSummary[]> {
		const query = new URLSearchParams({ filter: JSON.stringify(filter), limit: String(limit) });
		const { results } = await this.rest.request<{ results: ExecutionSummary[] }>(
			'GET',
			`/executions?${query}`,
		);
		return results;
	}

	async get(id: string): Promise<Execution> {
		return parseExecution(await this.rest.request<StoredExecution>('GET', `/executions/${id}`));
	}

	/** @throws when the execution has not ended in time */
	async waitFor(id: string, timeoutMs = 120_000): Promise<Execution> {
		const deadline = Date.now() + timeoutMs;
		for (;;) {
			const execution = await this.rest.request<StoredExecution>('GET', `/executions/${id}`);
			if (hasEnded(execution)) return parseExecution(execution);
			if (Date.now() > deadline) {
				throw new Error(`Execution ${id} is ${execution.status} after ${timeoutMs / 1000} s`);
			}
			await delay(100);
		}
	}

	/**
	 * Presses Retry on a failed execution; n8n answers when the new execution has ended.
	 *
	 * @param isEdited - chooses "Retry with currently saved workflow" instead of "Retry with original workflow"
	 * @returns the new execution's id
	 */
	async retry(id: string, isEdited = false): Promise<string> {
		const retried = await this.rest.request<{ id: string }>('POST', `/executions/${id}/retry`, {
			loadWorkflow: isEdited,
		});
		return retried.id;
	}
}
