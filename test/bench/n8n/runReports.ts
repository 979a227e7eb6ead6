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
	 * Waits for the next report about a workflow.
	 *
	 * @throws when none comes
	 */
	async next(workflowId: string): Promise<RunReport> {
		const deadline = Date.now() + PATIENCE_MS;
		for (;;) {
			const at = this.arrived.findIndex((report) => report.workflowId === workflowId);
			if (at >= 0) return this.arrived.splice(at, 1)[0];
			let timer: NodeJS.Timeout | undefined;
			await new Promise<void>((resolve, reject) => {
				this.wake = resolve;
				const late = () => reject(new Error('n8n did not report a run'));
				timer = setTimeout(late, deadline - Date.now());
			});
			clearTimeout(timer);
		}
	}
}
