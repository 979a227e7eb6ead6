import { LOGGING_IN } from '../../providers';
import { startSandbox } from '../../sandbox/server';
import { NodeTest } from '../../support/nodeTest';
import { itemsFor, reached, SENDERS } from './senders';

const CONTINUE = { onError: 'continueRegularOutput' as const };

/** A field of the credential with an expression that reads it from the item. */
const fromItem = (fields: string[]) =>
	Object.fromEntries(fields.map((field) => [field, `={{ $json.tenant.${field} }}`]));

describe.each(SENDERS)('expressions in the credential of $name', (sender) => {
	const test = new NodeTest(sender.type, sender.parameters);
	const [login] = sender.provider.credential.logins;
	const right = login.fields;
	const wrong = { ...right, [login.secret]: 'not the secret' };
	const sent = async (tenants: object[], credential: object) => {
		const items = itemsFor(sender, tenants.length).map((item, n) => ({
			...item,
			tenant: tenants[n],
		}));
		const { output } = await test.run({ items, credential: { ...credential }, settings: CONTINUE });
		return output.map(({ json }) => json.error === undefined);
	};

	it('give each item its own login', async () => {
		const tenants = [wrong, right, wrong, right];
		const isSent = [false, true, false, true];
		expect(await sent(tenants, fromItem(Object.keys(right)))).toEqual(isSent);
		expect(reached(test, sender, 4)).toEqual(isSent.map(Number));
	});

	it('give each item its own Base URL', async () => {
		const other = await startSandbox();
		const { baseUrl } = test.credential;
		const tenants = [{ baseUrl }, { baseUrl: other.baseUrls[sender.provider.sandbox.name] }];
		expect(await sent(tenants, fromItem(['baseUrl']))).toEqual([true, true]);
		const accepted = [test.sandbox, other].map(({ state }) => state.counters.accepted.total);
		await other.close();
		expect(accepted).toEqual([1, 1]);
	});

	it('give each item its own Allowed Countries', async () => {
		const tenants = [{ allowedCountries: ['NL'] }, { allowedCountries: ['VN', 'TH'] }];
		expect(await sent(tenants, fromItem(['allowedCountries']))).toEqual([false, true]);
		expect(reached(test, sender, 2)).toEqual([0, 1]);
	});

	it('fail only the item for which they cannot be evaluated', async () => {
		const { baseUrl } = test.credential;
		const throwing = { baseUrl: "={{ $json.tenant.baseUrl.replace('a', 'a') }}" };
		expect(await sent([{ baseUrl }, {}, { baseUrl }], throwing)).toEqual([true, false, true]);
	});
});

describe.each(LOGGING_IN)('two accounts by an expression: $name', (operation) => {
	const [sender] = SENDERS.filter(({ name }) => name === operation.name);
	const test = new NodeTest(sender.type, sender.parameters);

	it('log in once each, and no request carries the other’s token', async () => {
		const { token, provider } = operation;
		const accounts = [provider.credential.logins[0].fields, token.otherAccount];
		const items = itemsFor(sender, 20).map((item, n) => ({ ...item, tenant: accounts[n % 2] }));
		const result = await test.run({ items, credential: fromItem(Object.keys(accounts[0])) });
		expect(result.error).toBeUndefined();
		expect(reached(test, sender, 20)).toEqual(Array(20).fill(1));
		expect(test.requests.filter(({ path }) => path === token.path)).toHaveLength(2);
		const tokenOf = (n: number) => {
			const number = sender.recipient.counted(n);
			return test.sent.find(({ body }) => JSON.stringify(body).includes(number))?.headers
				.authorization;
		};
		const tokens = items.map((_, n) => tokenOf(n));
		expect(tokens).toEqual(items.map((_, n) => tokens[n % 2]));
		expect(new Set(tokens).size).toBe(2);
	});
});
