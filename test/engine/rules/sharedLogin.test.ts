import axios from 'axios';
import { secondAccount } from '../../providers/AntBuddy/sandbox';
import { NodeTest } from '../../support/nodeTest';
import { ANTBUDDY, itemsFor, reached } from './senders';

/** In queue mode other processes share the store, and so the account; the test is the other process. */
describe('one login for all processes', () => {
	const test = new NodeTest(ANTBUDDY.type, ANTBUDDY.parameters);
	const logins = () => test.sandbox.state.counters.logins.sandbox;
	const items = itemsFor(ANTBUDDY, 40);
	const mode = 'webhook';

	/** The login of another process. @returns its token */
	const logInElsewhere = async (): Promise<string> => {
		const { username, password } = test.credential;
		const { data } = await axios.post<{ access_token: string }>(
			`${test.baseUrl}/get-token/`,
			{ username, password },
			{ proxy: false },
		);
		return data.access_token;
	};
	/** A store with a token that this process got. */
	const storeWithToken = async () => (await test.run({ mode, items: items.slice(0, 1) })).store;

	it('claims the login first, and leaves no claim behind', async () => {
		const { error, store } = await test.run({ mode, items });
		expect(error).toBeUndefined();
		expect(logins()).toBe(1);
		expect(store.counts.updates).toBe(2);
		expect(store.stored.c.loginClaim).toBe('');
		expect(store.stored.c.accessToken).toEqual(expect.stringMatching(/^\S+$/));
		expect(test.sent).toHaveLength(40);
	});

	it('leaves no claim behind where the login is refused', async () => {
		const { error, store } = await test.run({ mode, items, credential: { password: 'wrong' } });
		expect(error?.message).toMatch(/did not accept the username and password/);
		expect(store.stored.c.loginClaim).toBe('');
		expect(test.requests).toHaveLength(1);
	});

	it('takes the token that another process stored after this run began', async () => {
		const store = await storeWithToken();
		const before = { ...store.stored.c };
		test.sandbox.expireTokens();
		store.stored.c = { ...before, accessToken: await logInElsewhere() };
		jest.spyOn(store, 'getDecrypted').mockResolvedValueOnce(before);
		const { error } = await test.run({ mode, items, store });
		expect(error).toBeUndefined();
		expect(logins()).toBe(2);
		expect(store.counts.updates).toBe(2);
		expect(reached(test, ANTBUDDY, 40)).toEqual([2, ...Array<number>(39).fill(1)]);
	});

	it('logs in where the token that another process stored has expired as well', async () => {
		const store = await storeWithToken();
		const before = { ...store.stored.c };
		store.stored.c = { ...before, accessToken: await logInElsewhere() };
		test.sandbox.expireTokens();
		jest.spyOn(store, 'getDecrypted').mockResolvedValueOnce(before);
		const { error } = await test.run({ mode, items, store });
		expect(error).toBeUndefined();
		expect(logins()).toBe(3);
		expect(reached(test, ANTBUDDY, 40)).toEqual([2, ...Array<number>(39).fill(1)]);
	});

	it.each(['webhook', 'manual'] as const)(
		'waits for the login that another process claimed, in a %s run',
		async (started) => {
			const store = await storeWithToken();
			test.sandbox.expireTokens();
			store.stored.c.loginClaim = `another ${Date.now()}`;
			const other = new Promise((resolve) => setTimeout(resolve, 500)).then(async () => {
				const accessToken = await logInElsewhere();
				store.stored.c = { ...store.stored.c, accessToken, loginClaim: '' };
			});
			const { error } = await test.run({ mode: started, items, store });
			await other;
			expect(error).toBeUndefined();
			expect(logins()).toBe(2);
			expect(store.counts.updates).toBe(2);
		},
	);

	it('does not wait for the claim of another account', async () => {
		const store = await storeWithToken();
		const second = secondAccount;
		store.stored.c = { ...store.stored.c, ...second, loginClaim: `another ${Date.now()}` };
		const { error } = await test.run({ mode, items, store });
		expect(error).toBeUndefined();
		expect(test.sandbox.state.counters.logins).toEqual({ sandbox: 1, 'sandbox-two': 1 });
	});
});
