import { openQueueHost, type QueueHost, WORKERS } from './queueHost';
import { executionsOf } from './sends';

/** What all tests of queue mode share: one n8n of five processes, whose start takes longer than most tests. */
export class QueueTest {
	host!: QueueHost;

	async open(): Promise<void> {
		this.host = await openQueueHost();
	}

	/** How many executions each worker began while something was done. */
	async workDuring<Result>(
		work: () => Promise<Result>,
	): Promise<{ result: Result; work: Record<string, number> }> {
		const before = this.begun();
		const result = await work();
		const after = this.begun();
		const counts = WORKERS.map((name) => [name, after[name] - before[name]]);
		return { result, work: Object.fromEntries(counts) };
	}

	private begun(): Record<string, number> {
		return Object.fromEntries(
			[...this.host.workers].map(([name, worker]) => [name, executionsOf(worker).length]),
		);
	}
}

/** Whether no worker was idle. */
export const bothWorked = (work: Record<string, number>): boolean =>
	WORKERS.every((name) => work[name] > 0);
