import axios from 'axios';
import { tokenFields } from '../../../../nodes/AntBuddy/login/token';
import { itemsFor, reached, SENDERS } from '../../../engine/rules/senders';
import { NodeTest } from '../../../support/nodeTest';
import { provider } from '../provider';
import { secondAccount } from '../sandbox';

const SENDER = SENDERS.find((sender) => sender.provider === provider)!;
const items = itemsFor(SENDER, 40);

/** In queue mode other processes share n8n's store, and so the account; here the test is the other process. */
describe('a token that another process stored', () => {
	const test = new NodeTest(SENDER.type, SENDER.parameters);
	const logins = () => test.sandbox.state.counters.logins;
	const oncePerItem = [2, ...Array<number>(39).fill(1)];

	/**
	 * A store with a token that this process got for its first item, and the same as another process leaves it. Every item
	 * of the next run is resolved before that.
	 */
	const stores = async () => {
		const { store } = await test.run({ items: items.slice(0, 1) });
		const before = { ...store.stored.c };
		const { username, password } = test.credential;
		/** The login of the other process, whose n8n stores the token as this one's does. */
		const logInElsewhere = async () => {
			const { data } = await axios.post<{ access_token: string }>(
				`${test.baseUrl}/get-token/`,
				{ username, password },
				{ proxy: false },
			);
			store.stored.c = { ...before, ...tokenFields(data.access_token, before) };
			items.forEach(() => jest.spyOn(store, 'getDecrypted').mockResolvedValueOnce(before));
		};
		return { store, logInElsewhere };
	};

	it('is taken after a refusal, and not stored once more', async () => {
		const { store, logInElsewhere } = await stores();
		test.sandbox.expireTokens();
		await logInElsewhere();
		const { error } = await test.run({ items, store });
		expect(error).toBeUndefined();
		expect(logins()).toEqual({ sandbox: 2 });
		expect(store.counts.updates).toBe(1);
		expect(reached(test, SENDER, 40)).toEqual(oncePerItem);
	});

	it('is not taken if it has expired as well: the process logs in once', async () => {
		const { store, logInElsewhere } = await stores();
		await logInElsewhere();
		test.sandbox.expireTokens();
		const { error } = await test.run({ items, store });
		expect(error).toBeUndefined();
		expect(logins()).toEqual({ sandbox: 3 });
		expect(store.counts.updates).toBe(2);
		expect(reached(test, SENDER, 40)).toEqual(oncePerItem);
	});

	it('is not taken if it belongs to another account', async () => {
		const { store } = await stores();
		const before = { ...store.stored.c };
		test.sandbox.expireTokens();
		const second = { ...before, ...secondAccount };
		store.stored.c = { ...second, ...tokenFields('not-for-this-account', second) };
		items.forEach(() => jest.spyOn(store, 'getDecrypted').mockResolvedValueOnce(before));
		const { error } = await test.run({ items, store });
		expect(error).toBeUndefined();
		expect(logins()).toEqual({ sandbox: 2 });
		expect(JSON.stringify(test.sent)).not.toContain('not-for-this-account');
	});
});

describe('a credential as version 0.2.0 stored it', () => {
	const test = new NodeTest(SENDER.type, SENDER.parameters);

	it('logs in anew, and its hash of the password is overwritten', async () => {
		const old = { accessToken: 'old', accountFingerprint: 'hash', loginClaim: 'claim 1' };
		const { error, store } = await test.run({ credential: old, items: items.slice(0, 1) });
		expect(error).toBeUndefined();
		expect(test.sandbox.state.counters.logins).toEqual({ sandbox: 1 });
		const { accessToken, accountFingerprint } = store.stored.c;
		expect(store.stored.c).toMatchObject(tokenFields(String(accessToken), test.credential));
		expect(accountFingerprint).not.toBe('hash');
	});
});
