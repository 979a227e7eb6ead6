import type { IRun, IWorkflowBase } from 'n8n-workflow';

/** What n8n notes of one execution, on a line of its own in its log. */
export interface RunReport {
	workflowId: string;
	status: string;
	/** Milliseconds the node ran, by n8n's own clock; undefined where it did not run. */
	nodeMs?: number;
	/** Items the node put out. */
	items: number;
	/** Why the execution failed. */
	message?: string;
}

/** What such a line begins with. */
export const MARK = 'bench-run ';
const MEASURED = process.env.BENCH_NODE ?? '';

// An external hook of n8n's, because n8n then has the run's data without storing it: writing ten thousand
// items into the database would be measured otherwise.
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
