import { openQueueHost, type QueueHost, WORKERS } from './queueHost';
import { executionsOf } from './sends';

/** The n8n in queue mode that all its tests share, because its start takes longer than most tests. */
export class QueueTest {
	host!: QueueHost;

	async open(): Promise<void> {
		this.host = await openQueueHost();
	}

	/** Counts the executions that each worker started during `work`. */
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

/** Whether both workers started executions. */
export const bothWorked = (work: Record<string, number>): boolean =>
	WORKERS.every((name) => work[name] > 0);
