import { type Sandbox, startSandbox } from '../sandbox/server';
import { WORKERS } from './support/queueHost';
import { bothWorked, type QueueTest } from './support/queueTest';
import { activate, callAll, createLogin, fire, numbers } from './support/sends';

/** How often both workers are brought to the same point; more tell more about what is rare. */
const ROUNDS = Number(process.env.QUEUE_ROUNDS ?? 20);
/** Milliseconds that a login and a call take, as at a provider: longer than both workers need to meet. */
const LATENCY = 300;

/** How many rounds had how many logins. */
const distribution = (logins: number[]) =>
	logins.reduce<Record<string, number>>(
		(counts, count) => ({ ...counts, [count]: (counts[count] ?? 0) + 1 }),
		{},
	);

/** Slow calls too: n8n's webhook process once lost the response of executions that ended within 50 ms. */
function slowDown(sandbox: Sandbox): void {
	for (const path of ['/get-token/', '/voice-otp/'])
		sandbox.addFault({ match: { path }, do: { latency: LATENCY } });
}

export function loginsAtOnce(queue: QueueTest): void {
	const loginsOf = ({ state }: Sandbox) => state.counters.logins.sandbox ?? 0;

	/** Eight executions at once. @returns the logins they made; nothing where one worker took all of them */
	const round = async (path: string, sandbox: Sandbox): Promise<number[]> => {
		const before = loginsOf(sandbox);
		const { result: statuses, work } = await queue.workDuring(
			async () => await fire(queue.host, path, numbers(8, 5)),
		);
		expect(new Set(statuses)).toEqual(new Set([200]));
		return bothWorked(work) ? [loginsOf(sandbox) - before] : [];
	};
	const expectOnePerWorker = (what: string, logins: number[]) => {
		console.info(`${what}: rounds by their number of logins`, distribution(logins));
		expect(logins.length).toBeGreaterThan(ROUNDS / 2);
		expect(Math.min(...logins)).toBeGreaterThanOrEqual(1);
		expect(Math.max(...logins)).toBeLessThanOrEqual(WORKERS.length);
	};

	it('log in without a token', async () => {
		const logins: number[] = [];
		for (let nth = 0; nth < ROUNDS; nth++) {
			// Another address is another account: no process remembers a token of it.
			const sandbox = await startSandbox();
			slowDown(sandbox);
			const path = `no-token-${nth}`;
			const credential = await createLogin(queue.host, sandbox, path);
			const { id } = await activate(queue.host, callAll(path, credential));
			logins.push(...(await round(path, sandbox)));
			await queue.host.client.workflows.deactivate(id);
			await sandbox.close();
		}
		expectOnePerWorker('No token', logins);
	});

	it('log in after the token expired', async () => {
		const sandbox = await startSandbox();
		slowDown(sandbox);
		const path = 'expired-token';
		await activate(queue.host, callAll(path, await createLogin(queue.host, sandbox, path)));
		await round(path, sandbox);
		const logins: number[] = [];
		for (let nth = 0; nth < ROUNDS; nth++) {
			sandbox.expireTokens();
			logins.push(...(await round(path, sandbox)));
		}
		await sandbox.close();
		expectOnePerWorker('Expired token', logins);
	});

	it('take the token that the other one stored, and log in no more', async () => {
		const sandbox = await startSandbox();
		slowDown(sandbox);
		const path = 'stored-token';
		await activate(queue.host, callAll(path, await createLogin(queue.host, sandbox, path)));
		const logins: number[] = [];
		for (let nth = 0; nth < ROUNDS; nth++) {
			sandbox.expireTokens();
			// One execution, and so one worker.
			await fire(queue.host, path, numbers(1, 1));
			logins.push(...(await round(path, sandbox)));
		}
		await sandbox.close();
		console.info('Stored token: rounds by their number of logins', distribution(logins));
		expect(logins.length).toBeGreaterThan(ROUNDS / 2);
		expect(distribution(logins)).toEqual({ 0: logins.length });
	});
}
