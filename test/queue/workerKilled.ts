import { setTimeout as delay } from 'node:timers/promises';

import { errorOf, type ExecutionSummary } from '../host/n8nClient';
import { eventually } from '../host/flows/support/wait';
import { WORKERS } from './support/queueHost';
import type { QueueTest } from './support/queueTest';
import { STALLED_INTERVAL_MS } from './support/settings';
import { activate, callAll, createLogin, executionsOf, numbers, start } from './support/sends';

const BATCHES = 4;
const SIZE = 300;
/** The number of sends by both workers at which one of them is killed. */
const KILLED_AT = 400;
/** How long a dead worker keeps its jobs locked. */
const LOCK_MS = 60_000;
/** Longer than `LOCK_MS`, the time to the next check for stalled jobs and the 30 s that n8n then waits, together. */
const NOTICED_MS = 240_000;

export function workerKilled(queue: QueueTest): void {
	const [name] = WORKERS;
	const accepted = () => queue.host.sandbox.state.counters.accepted;

	/** Kills a worker while both workers are sending. */
	const killInTheMiddle = async (path: string, firstDigits: string) => {
		const { host } = queue;
		host.sandbox.reset();
		host.sandbox.addFault({ match: { path: '/voice-otp/' }, do: { latency: 1000 } });
		const credential = await createLogin(host, host.sandbox, path);
		const workflow = await activate(host, callAll(path, credential));
		if (!host.workers.get(name)!.isRunning()) await host.startWorker(name);
		const worker = host.workers.get(name)!;
		const earlier = executionsOf(worker);
		await start(host, workflow, numbers(BATCHES, SIZE, firstDigits));
		const isTime = () => (accepted().total >= KILLED_AT ? true : undefined);
		await eventually(isTime, 'a third is sent', 120_000);
		const killed = executionsOf(worker).filter((id) => !earlier.includes(id));
		await worker.kill();
		const sentBefore = accepted().total;
		expect(killed.length).toBeGreaterThan(0);
		expect(killed.length).toBeLessThan(BATCHES);
		return { killed, sentBefore };
	};

	/** Waits until n8n lists no execution as running. @returns the status of each of these executions */
	const outcomeOf = async (killed: string[]): Promise<Array<ExecutionSummary['status']>> =>
		await eventually(
			async () => {
				const all = await queue.host.client.executions.list({}, 100);
				if (all.some(({ status }) => status === 'running' || status === 'new')) return undefined;
				return killed.map((id) => all.find((execution) => execution.id === id)!.status);
			},
			'n8n notices',
			NOTICED_MS,
		);

	/** Presses Retry on each execution. @returns the status and message of each retry */
	const pressRetry = async (killed: string[]): Promise<string[]> => {
		const { executions } = queue.host.client;
		const ids: string[] = [];
		for (const id of killed) ids.push(await executions.retry(id));
		const ended = await Promise.all(ids.map(async (id) => await executions.waitFor(id)));
		return ended.map((execution) => `${execution.status}: ${errorOf(execution)?.message ?? ''}`);
	};

	it.each([
		['', false, '0915'],
		[' and started again', true, '0914'],
	])(
		'sends to nobody twice after a worker was killed%s, neither through n8n nor its Retry button',
		async (_what, isStartedAgain, firstDigits) => {
			const { killed, sentBefore } = await killInTheMiddle(`killed-${firstDigits}`, firstDigits);
			const killedAt = Date.now();
			if (isStartedAgain) await queue.host.startWorker(name);
			const outcome = await outcomeOf(killed);
			const noticedMs = Date.now() - killedAt;
			const beforeRetry = accepted().total;
			// This comes before n8n finds the jobs stalled and drops the data of the executions.
			const retried = await pressRetry(killed);
			// In this time n8n looks for stalled jobs once more.
			await delay(Math.max(0, killedAt + LOCK_MS - Date.now()) + 2 * STALLED_INTERVAL_MS);
			const { total, recipientsOverOne } = accepted();
			console.info({ isStartedAgain, sentBefore, outcome, noticedMs, total, retried });
			expect(total).toBe(beforeRetry);
			for (const status of outcome) expect(['error', 'crashed']).toContain(status);
			expect(recipientsOverOne).toBe(0);
			expect(total).toBeLessThan(BATCHES * SIZE);
			// The other worker has reached all its recipients.
			expect(total).toBeGreaterThanOrEqual((BATCHES - killed.length) * SIZE);
		},
		600_000,
	);
}
