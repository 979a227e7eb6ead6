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

/**
 * What n8n stores of an execution whose process was killed while the last node ran, as n8n's
 * `ExecutionRecoveryService.amend` makes it from its event log: made-up output of the nodes that had ended, and a
 * start from the trigger.
 */
export function crashedRun(run: IRun, node: string): IRun {
	const madeUp = [[{ json: { isArtificialRecoveredEventItem: true } }]];
	const shared = { startTime: 1, executionIndex: 0, source: [null] };
	return {
		...run,
		status: 'crashed',
		data: {
			...run.data,
			executionData: { ...run.data.executionData!, contextData: {} },
			resultData: {
				lastNodeExecuted: node,
				runData: {
					Start: [
						{ ...shared, executionTime: 1, executionStatus: 'success', data: { main: madeUp } },
					],
					[node]: [
						{
							...shared,
							executionTime: 0,
							executionStatus: 'crashed',
							error: new Error('Execution stopped at this node') as never,
						},
					],
				},
			},
		},
	} as IRun;
}
