import { secondAccount } from '../../providers/AntBuddy/sandbox';
import { NodeTest } from '../../support/nodeTest';
import { ANTBUDDY, itemsFor, reached } from './senders';

const LOGIN = 'POST /antbuddy/rest-api/get-token/';

describe('one login per account', () => {
	const test = new NodeTest(ANTBUDDY.type, ANTBUDDY.parameters);
	const logins = () => test.sandbox.state.counters.requests[LOGIN];
	const slowly = (path: string, latency: number) =>
		test.sandbox.addFault({ match: { path }, do: { latency } });
	const atOnce = { options: { maxConcurrency: 200 } };

	it('logs in once and stores one token for 200 items without a token', async () => {
		slowly('/get-token/', 100);
		const result = await test.run({ items: itemsFor(ANTBUDDY, 200), parameters: atOnce });
		expect(result.error).toBeUndefined();
		expect(logins()).toBe(1);
		expect(result.store.counts.updates).toBe(1);
		expect(reached(test, ANTBUDDY, 200)).toEqual(Array(200).fill(1));
		expect(test.sent).toHaveLength(200);
	});

	it('logs in once for two executions at the same time', async () => {
		slowly('/get-token/', 100);
		const half = itemsFor(ANTBUDDY, 100);
		const runs = [half.slice(0, 50), half.slice(50)].map((items) => test.run({ items }));
		for (const { error } of await Promise.all(runs)) expect(error).toBeUndefined();
		expect(logins()).toBe(1);
		expect(reached(test, ANTBUDDY, 100)).toEqual(Array(100).fill(1));
	});

	it('uses the stored token in the next execution', async () => {
		const { store } = await test.run({ items: itemsFor(ANTBUDDY, 3) });
		await test.run({ items: itemsFor(ANTBUDDY, 3), store });
		expect(logins()).toBe(1);
	});

	it.each([20, 200])(
		'logs in exactly once more if the token expires during a run with %i items at once',
		async (most) => {
			slowly('/voice-otp/', 10);
			slowly('/get-token/', 50);
			const { path } = ANTBUDDY;
			test.sandbox.addFault({ match: { path }, skip: 100, times: 1, do: { expiredToken: true } });
			const result = await test.run({
				items: itemsFor(ANTBUDDY, 300),
				parameters: { options: { maxConcurrency: most } },
			});
			expect(result.error).toBeUndefined();
			expect(logins()).toBe(2);
			expect(result.store.counts.updates).toBe(2);
			expect(reached(test, ANTBUDDY, 300)).toEqual(Array(300).fill(1));
		},
	);

	it('logs in once if 200 requests at once find the stored token expired', async () => {
		const { store } = await test.run({ items: itemsFor(ANTBUDDY, 1) });
		test.sandbox.expireTokens();
		slowly('/get-token/', 100);
		const items = itemsFor(ANTBUDDY, 200);
		const result = await test.run({ items, store, parameters: atOnce });
		expect(result.error).toBeUndefined();
		expect(logins()).toBe(2);
		expect(result.store.counts.updates).toBe(2);
		expect(result.output).toHaveLength(200);
	});
});

describe('two accounts', () => {
	const test = new NodeTest(ANTBUDDY.type, ANTBUDDY.parameters);
	const tokensPresented = () => test.sent.map(({ headers }) => headers.authorization);

	it('never share a token, also when they run at the same time', async () => {
		const second = { ...secondAccount };
		const [own, other] = await Promise.all([
			test.run({ items: itemsFor(ANTBUDDY, 50) }),
			test.run({ items: itemsFor(ANTBUDDY, 50), credential: second }),
		]);
		expect(test.sandbox.state.counters.logins).toEqual({ sandbox: 1, 'sandbox-two': 1 });
		const tokens = [own, other].map(({ store }) => `Bearer ${store.stored.c.accessToken}`);
		expect(new Set(tokens).size).toBe(2);
		for (const token of tokens)
			expect(tokensPresented().filter((presented) => presented === token)).toHaveLength(50);
	});

	it.each([
		['password', { password: 'another-password' }],
		['account', { ...secondAccount }],
	])('never send the old token with a changed %s', async (_what, changed) => {
		const { store } = await test.run({ items: itemsFor(ANTBUDDY, 1) });
		const oldToken = `Bearer ${store.stored.c.accessToken}`;
		expect(tokensPresented()).toEqual([oldToken]);

		// As n8n does when a credential is edited: the hidden fields stay.
		store.stored.c = { ...store.stored.c, ...changed };
		await test.run({ items: itemsFor(ANTBUDDY, 20), store });
		expect(tokensPresented().filter((presented) => presented === oldToken)).toHaveLength(1);
	});

	it('use a changed account from the first item on', async () => {
		const { store } = await test.run({ items: itemsFor(ANTBUDDY, 1) });
		store.stored.c = { ...store.stored.c, ...secondAccount };
		const { error } = await test.run({ items: itemsFor(ANTBUDDY, 5), store });
		expect(error).toBeUndefined();
		expect(test.sandbox.state.counters.logins).toEqual({ sandbox: 1, 'sandbox-two': 1 });
		const newToken = `Bearer ${store.stored.c.accessToken}`;
		expect(tokensPresented().filter((presented) => presented === newToken)).toHaveLength(5);
	});
});
