import type { IRun, IRunExecutionData } from 'n8n-workflow';

/**
 * What n8n's Retry button starts the new execution with, as n8n's `ExecutionService.retry` makes it: the stored
 * data without the error and without the failed round of the node, which stands on top of the stack.
 */
export function retryData({ data }: IRun): IRunExecutionData {
	const stored = JSON.parse(JSON.stringify(data)) as IRunExecutionData;
	const { resultData } = stored;
	delete resultData.error;
	const rounds = resultData.runData[resultData.lastNodeExecuted ?? ''] ?? [];
	if (rounds.at(-1)?.error !== undefined) rounds.pop();
	return stored;
}
