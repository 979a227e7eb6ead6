import type { IRun, IWorkflowBase } from 'n8n-workflow';

/** What the hook reports about one execution, on a line of its own in n8n's log. */
export interface RunReport {
	workflowId: string;
	status: string;
	/** Milliseconds that the node ran, by n8n's own clock; undefined if it did not run. */
	nodeMs?: number;
	/** The number of items that the node output. */
	items: number;
	/** The message of the error that ended the execution. */
	message?: string;
}

/** The beginning of such a line. */
export const MARK = 'bench-run ';
const MEASURED = process.env.BENCH_NODE ?? '';

// An external hook gets the execution's data although n8n does not store it; otherwise the benchmark would also measure
// how n8n writes ten thousand items to its database.
const report = async ({ data, status }: IRun, { id }: IWorkflowBase) => {
	const run = data.resultData.runData[MEASURED]?.at(-1);
	const note: RunReport = {
		workflowId: id,
		status,
		nodeMs: run?.executionTime,
		items: run?.data?.main[0]?.length ?? 0,
		message: data.resultData.error?.message,
	};
	process.stdout.write(`${MARK}${JSON.stringify(note)}\n`);
};

export const workflow = { postExecute: [report] };
