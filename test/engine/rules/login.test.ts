import { NodeTest } from '../../support/nodeTest';
import { itemsFor, reached, SENDERS_LOGGING_IN } from './senders';

describe.each(SENDERS_LOGGING_IN)('one login per account: $name', ({ sender, token }) => {
	const test = new NodeTest(sender.type, sender.parameters);
	const logins = () => test.requests.filter(({ path }) => path === token.path).length;
	const slowly = (path: string, latency: number) =>
		test.sandbox.addFault({ match: { path }, do: { latency } });
	const atOnce = { options: { maxConcurrency: 200 } };

	it('logs in once and stores one token for 200 items without a token', async () => {
		slowly(token.path, 100);
		const result = await test.run({ items: itemsFor(sender, 200), parameters: atOnce });
		expect(result.error).toBeUndefined();
		expect(logins()).toBe(1);
		expect(result.store.counts.updates).toBe(1);
		expect(reached(test, sender, 200)).toEqual(Array(200).fill(1));
		expect(test.sent).toHaveLength(200);
	});

	it('logs in once for two executions at the same time', async () => {
		slowly(token.path, 100);
		const half = itemsFor(sender, 100);
		const runs = [half.slice(0, 50), half.slice(50)].map((items) => test.run({ items }));
		for (const { error } of await Promise.all(runs)) expect(error).toBeUndefined();
		expect(logins()).toBe(1);
		expect(reached(test, sender, 100)).toEqual(Array(100).fill(1));
	});

	it('uses the stored token in the next execution', async () => {
		const { store } = await test.run({ items: itemsFor(sender, 3) });
		await test.run({ items: itemsFor(sender, 3), store });
		expect(logins()).toBe(1);
	});

	it.each([20, 200])(
		'logs in exactly once more if the token expires during a run with %i items at once',
		async (most) => {
			slowly(sender.path, 10);
			slowly(token.path, 50);
			const { path } = sender;
			test.sandbox.addFault({ match: { path }, skip: 100, times: 1, do: { expiredToken: true } });
			const result = await test.run({
				items: itemsFor(sender, 300),
				parameters: { options: { maxConcurrency: most } },
			});
			expect(result.error).toBeUndefined();
			expect(logins()).toBe(2);
			expect(result.store.counts.updates).toBe(2);
			expect(reached(test, sender, 300)).toEqual(Array(300).fill(1));
		},
	);

	it('logs in once if 200 requests at once find the stored token expired', async () => {
		const { store } = await test.run({ items: itemsFor(sender, 1) });
		test.sandbox.expireTokens();
		slowly(token.path, 100);
		const items = itemsFor(sender, 200);
		const result = await test.run({ items, store, parameters: atOnce });
		expect(result.error).toBeUndefined();
		expect(logins()).toBe(2);
		expect(result.store.counts.updates).toBe(2);
		expect(result.output).toHaveLength(200);
	});
});

describe.each(SENDERS_LOGGING_IN)('two accounts: $name', ({ sender, token }) => {
	const test = new NodeTest(sender.type, sender.parameters);
	const [{ fields, secret }] = sender.provider.credential.logins;
	const oneEach = { [fields.username]: 1, [token.otherAccount.username]: 1 };
	const tokensPresented = () => test.sent.map(({ headers }) => headers.authorization);

	it('never share a token, also when they run at the same time', async () => {
		const [own, other] = await Promise.all([
			test.run({ items: itemsFor(sender, 50) }),
			test.run({ items: itemsFor(sender, 50), credential: token.otherAccount }),
		]);
		expect(test.sandbox.state.counters.logins).toEqual(oneEach);
		const tokens = [own, other].map(({ store }) => `Bearer ${store.stored.c[token.field]}`);
		expect(new Set(tokens).size).toBe(2);
		for (const held of tokens)
			expect(tokensPresented().filter((presented) => presented === held)).toHaveLength(50);
	});

	it.each([
		['secret', { [secret]: 'another-secret' }],
		['account', token.otherAccount],
	])('never send the old token with a changed %s', async (_what, changed) => {
		const { store } = await test.run({ items: itemsFor(sender, 1) });
		const oldToken = `Bearer ${store.stored.c[token.field]}`;
		expect(tokensPresented()).toEqual([oldToken]);

		// As n8n does when a credential is edited: the hidden fields stay.
		store.stored.c = { ...store.stored.c, ...changed };
		await test.run({ items: itemsFor(sender, 20), store });
		expect(tokensPresented().filter((presented) => presented === oldToken)).toHaveLength(1);
	});

	it('use a changed account from the first item on', async () => {
		const { store } = await test.run({ items: itemsFor(sender, 1) });
		store.stored.c = { ...store.stored.c, ...token.otherAccount };
		const { error } = await test.run({ items: itemsFor(sender, 5), store });
		expect(error).toBeUndefined();
		expect(test.sandbox.state.counters.logins).toEqual(oneEach);
		const newToken = `Bearer ${store.stored.c[token.field]}`;
		expect(tokensPresented().filter((presented) => presented === newToken)).toHaveLength(5);
	});
});
