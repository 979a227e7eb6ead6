import { bothWorked, type QueueTest } from './support/queueTest';
import { activate, callAll, createLogin, fire, numbers } from './support/sends';

const PATH = 'a-thousand';
const BATCHES = 50;
const SIZE = 20;

export function thousandSends(queue: QueueTest): void {
	const witness = () => {
		const { logins, accepted } = queue.host.sandbox.state.counters;
		const recipients = Object.keys(accepted.perRecipient).length;
		const { total, recipientsOverOne } = accepted;
		return { logins: logins.sandbox, total, recipients, recipientsOverOne };
	};
	const sendAll = async (firstDigits: string) => {
		const { result: statuses, work } = await queue.workDuring(
			async () => await fire(queue.host, PATH, numbers(BATCHES, SIZE, firstDigits)),
		);
		console.info('1,000 sends, executions by worker:', work, witness());
		expect(new Set(statuses)).toEqual(new Set([200]));
		expect(Object.values(work).reduce((sum, count) => sum + count)).toBe(BATCHES);
		expect(bothWorked(work)).toBe(true);
	};

	beforeAll(async () => {
		queue.host.sandbox.reset();
		const credential = await createLogin(queue.host, queue.host.sandbox, PATH);
		await activate(queue.host, callAll(PATH, credential));
	});

	it('reach everybody once, over both workers, with one login', async () => {
		await sendAll('0919');
		expect(witness()).toEqual({ logins: 1, total: 1000, recipients: 1000, recipientsOverOne: 0 });
	});

	it('need one login more if the token expires in the middle', async () => {
		const match = { provider: 'antBuddy', path: '/voice-otp/', method: 'POST' } as const;
		queue.host.sandbox.addFault({ match, skip: 500, times: 1, do: { expiredToken: true } });
		await sendAll('0918');
		expect(witness()).toEqual({ logins: 2, total: 2000, recipients: 2000, recipientsOverOne: 0 });
	});

	it('need no login if the credential was tested, because n8n keeps the token of the test', async () => {
		const { host } = queue;
		host.sandbox.expireTokens();
		const path = 'tested-before';
		const credential = await createLogin(host, host.sandbox, path);
		const before = host.sandbox.state.counters.logins.sandbox;
		expect(await host.client.credentials.test(credential)).toMatchObject({ status: 'OK' });
		await activate(host, callAll(path, credential));
		const statuses = await fire(host, path, numbers(8, 5, '0917'));
		expect(new Set(statuses)).toEqual(new Set([200]));
		expect(host.sandbox.state.counters.logins.sandbox).toBe(before + 1);
	});
}
