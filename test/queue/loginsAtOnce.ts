import type { StoredWorkflow } from '../host/n8nClient';
import { type Sandbox, startSandbox } from '../sandbox/server';
import { WORKERS } from './support/queueHost';
import { bothWorked, type QueueTest } from './support/queueTest';
import { activate, callAll, createLogin, numbers, run } from './support/sends';

/** The number of rounds in which both workers run at the same moment; more rounds find rarer cases. */
const ROUNDS = Number(process.env.QUEUE_ROUNDS ?? 20);
/** Milliseconds that a login or a call takes: long enough for both workers to be in it at the same time. */
const LATENCY = 300;

/** The number of rounds for each number of logins. */
const distribution = (logins: number[]) =>
	logins.reduce<Record<string, number>>(
		(counts, count) => ({ ...counts, [count]: (counts[count] ?? 0) + 1 }),
		{},
	);

/** A sandbox as slow as a provider. Its new address makes it a new account, for which no process has a token. */
async function slowSandbox(): Promise<Sandbox> {
	const sandbox = await startSandbox();
	for (const path of ['/get-token/', '/voice-otp/'])
		sandbox.addFault({ match: { path }, do: { latency: LATENCY } });
	return sandbox;
}

export function loginsAtOnce(queue: QueueTest): void {
	const loginsOf = ({ state }: Sandbox) => state.counters.logins.sandbox ?? 0;

	/** Runs eight executions at once. @returns the number of logins; empty if one worker ran all executions */
	const round = async (workflow: StoredWorkflow, sandbox: Sandbox): Promise<number[]> => {
		const before = loginsOf(sandbox);
		const { result: statuses, work } = await queue.workDuring(
			async () => await run(queue.host, workflow, numbers(8, 5)),
		);
		expect(new Set(statuses)).toEqual(new Set(['success']));
		return bothWorked(work) ? [loginsOf(sandbox) - before] : [];
	};
	const activated = async (path: string, sandbox: Sandbox) =>
		await activate(queue.host, callAll(path, await createLogin(queue.host, sandbox, path)));
	const expectOnePerWorker = (what: string, logins: number[]) => {
		console.info(`${what}: rounds by their number of logins`, distribution(logins));
		expect(logins.length).toBeGreaterThan(ROUNDS / 2);
		expect(Math.min(...logins)).toBeGreaterThanOrEqual(1);
		expect(Math.max(...logins)).toBeLessThanOrEqual(WORKERS.length);
	};

	it('log in at most once each without a token', async () => {
		const logins: number[] = [];
		for (let nth = 0; nth < ROUNDS; nth++) {
			const sandbox = await slowSandbox();
			const workflow = await activated(`no-token-${nth}`, sandbox);
			logins.push(...(await round(workflow, sandbox)));
			await queue.host.client.workflows.deactivate(workflow.id);
			await sandbox.close();
		}
		expectOnePerWorker('No token', logins);
	});

	it('log in at most once each after the token expired', async () => {
		const sandbox = await slowSandbox();
		const workflow = await activated('expired-token', sandbox);
		await round(workflow, sandbox);
		const logins: number[] = [];
		for (let nth = 0; nth < ROUNDS; nth++) {
			sandbox.expireTokens();
			logins.push(...(await round(workflow, sandbox)));
		}
		await sandbox.close();
		expectOnePerWorker('Expired token', logins);
	});

	it('use the token that one of them stored, and do not log in', async () => {
		const sandbox = await slowSandbox();
		const workflow = await activated('stored-token', sandbox);
		const logins: number[] = [];
		for (let nth = 0; nth < ROUNDS; nth++) {
			sandbox.expireTokens();
			// One execution runs on one worker.
			await run(queue.host, workflow, numbers(1, 1));
			logins.push(...(await round(workflow, sandbox)));
		}
		await sandbox.close();
		console.info('Stored token: rounds by their number of logins', distribution(logins));
		expect(logins.length).toBeGreaterThan(ROUNDS / 2);
		expect(distribution(logins)).toEqual({ 0: logins.length });
	});
}
