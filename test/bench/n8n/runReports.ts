import { MARK } from './reportRun.hook';
import type { RunReport } from './reportRun.hook';

const PATIENCE_MS = 600_000;

/** Collects the reports that the hook writes to n8n's log. */
export class RunReports {
	private rest = '';

	private arrived: RunReport[] = [];

	private wake = () => {};

	/** Takes the next piece of n8n's output, which may end within a line. */
	read(text: string): void {
		const lines = (this.rest + text).split('\n');
		this.rest = lines.pop() ?? '';
		const marked = lines.filter((line) => line.startsWith(MARK));
		if (marked.length === 0) return;
		this.arrived.push(...marked.map((line) => JSON.parse(line.slice(MARK.length)) as RunReport));
		this.wake();
	}

	/**
	 * Waits for the next report.
	 *
	 * @throws when the report is about another workflow, or does not come
	 */
	async next(workflowId: string): Promise<RunReport> {
		let timer: NodeJS.Timeout | undefined;
		if (this.arrived.length === 0)
			await new Promise<void>((resolve, reject) => {
				this.wake = resolve;
				timer = setTimeout(() => reject(new Error('n8n did not report a run')), PATIENCE_MS);
			});
		clearTimeout(timer);
		const report = this.arrived.shift()!;
		if (report.workflowId === workflowId) return report;
		throw new Error(`n8n reported a run of ${report.workflowId} instead of ${workflowId}`);
	}
}
