import { parse } from 'flatted';
import type { IDataObject, IRunData, IRunExecutionData, ITaskData } from 'n8n-workflow';

/** An execution's status and times, without its data. */
export interface ExecutionSummary {
	id: string;
	workflowId: string;
	status: 'new' | 'running' | 'waiting' | 'success' | 'error' | 'canceled' | 'crashed' | 'unknown';
	mode: string;
	startedAt: string | null;
	stoppedAt: string | null;
	retryOf?: string | null;
	retrySuccessId?: string | null;
}

/** A stored execution as n8n's REST API returns it: `data` is a text that `flatted` wrote. */
export interface StoredExecution extends ExecutionSummary {
	data: string;
}

const ENDS = new Set<ExecutionSummary['status']>(['success', 'error', 'canceled', 'crashed']);

/** Whether an execution has ended: it neither runs nor waits. */
export const hasEnded = ({ status }: ExecutionSummary): boolean => ENDS.has(status);

/** An execution with its data unpacked. */
export interface Execution extends ExecutionSummary {
	data: IRunExecutionData;
}

/** Unpacks the answer to `GET /rest/executions/:id`. */
export function parseExecution(stored: StoredExecution): Execution {
	return { ...stored, data: parse(stored.data) as IRunExecutionData };
}

const runsOf = (execution: Execution, node: string): ITaskData[] => {
	const runData: IRunData = execution.data.resultData.runData;
	return runData[node] ?? [];
};

/**
 * The json of every item that a node output in its last run.
 *
 * @param output - the index of the node's output
 * @throws when the node did not run or failed
 */
export function outputOf(execution: Execution, node: string, output = 0): IDataObject[] {
	const run = runsOf(execution, node).at(-1);
	if (!run) throw new Error(`The node "${node}" did not run`);
	if (run.error) throw new Error(`The node "${node}" failed: ${run.error.message}`);
	return (run.data?.main[output] ?? []).map((item) => item.json);
}

/** How often a node ran, not counting the repetitions of Retry On Fail. */
export const runCountOf = (execution: Execution, node: string): number =>
	runsOf(execution, node).length;

/** The error that ended an execution, with n8n's message and description. */
export const errorOf = (execution: Execution) => execution.data.resultData.error;
