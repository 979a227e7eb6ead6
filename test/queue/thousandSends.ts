import type { StoredWorkflow } from '../host/n8nClient';
import { WORKERS } from './support/queueHost';
import { bothWorked, type QueueTest } from './support/queueTest';
import { activate, callAll, createLogin, numbers, run } from './support/sends';

const BATCHES = 50;
const SIZE = 20;

export function thousandSends(queue: QueueTest): void {
	let workflow: StoredWorkflow;
	const loginsMade = () => queue.host.sandbox.state.counters.logins.sandbox ?? 0;
	const witness = () => {
		const { perRecipient, total, recipientsOverOne } = queue.host.sandbox.state.counters.accepted;
		return { total, recipients: Object.keys(perRecipient).length, recipientsOverOne };
	};
	/** Expects at most one login for each worker: both need a token at the same moment. */
	const expectLoginsSince = (before: number) => {
		expect(loginsMade() - before).toBeGreaterThanOrEqual(1);
		expect(loginsMade() - before).toBeLessThanOrEqual(WORKERS.length);
	};
	const sendAll = async (firstDigits: string) => {
		const { result: statuses, work } = await queue.workDuring(
			async () => await run(queue.host, workflow, numbers(BATCHES, SIZE, firstDigits)),
		);
		console.info('1,000 sends, executions by worker:', work, witness(), loginsMade());
		expect(new Set(statuses)).toEqual(new Set(['success']));
		expect(Object.values(work).reduce((sum, count) => sum + count)).toBe(BATCHES);
		expect(bothWorked(work)).toBe(true);
	};

	beforeAll(async () => {
		queue.host.sandbox.reset();
		const name = 'a-thousand';
		const credential = await createLogin(queue.host, queue.host.sandbox, name);
		workflow = await activate(queue.host, callAll(name, credential));
	});

	it('reach everyone once through both workers, with at most one login for each', async () => {
		await sendAll('0919');
		expect(witness()).toEqual({ total: 1000, recipients: 1000, recipientsOverOne: 0 });
		expectLoginsSince(0);
	});

	it('need at most one more login for each worker if the token expires midway', async () => {
		const match = { provider: 'antBuddy', path: '/voice-otp/', method: 'POST' } as const;
		queue.host.sandbox.addFault({ match, skip: 500, times: 1, do: { expiredToken: true } });
		const before = loginsMade();
		await sendAll('0918');
		expect(witness()).toEqual({ total: 2000, recipients: 2000, recipientsOverOne: 0 });
		expectLoginsSince(before);
	});
}
