import { NodeTest } from '../../../support/nodeTest';
import { startTinyServer } from '../../../support/tinyServer';
import { casesOf } from '../..';
import { provider } from '../provider';
import { secondAccount } from '../sandbox';

const [create, getMany] = casesOf(provider);

describe.each([create, getMany])('the login of $name', ({ type, parameters }) => {
	const test = new NodeTest(type, parameters);
	const logins = () => test.sandbox.state.counters.logins.sandbox ?? 0;
	const asked = () => test.requests.map(({ method, path }) => `${method} ${path}`);
	const login = 'POST /get-token/';
	const call = parameters.operation === 'create' ? 'POST /voice-otp/' : 'GET /voice-otp/';

	it('is made once, and its token is stored', async () => {
		const { store, error } = await test.run({ items: [{}, {}, {}] });
		expect(error).toBeUndefined();
		expect(logins()).toBe(1);
		expect(store.counts.updates).toBe(1);
		expect(store.stored.c).toMatchObject({ ...test.credential, accessToken: expect.any(String) });
		const bearer = `Bearer ${store.stored.c.accessToken}`;
		expect(test.sent.map(({ headers }) => headers.authorization)).toEqual([bearer, bearer, bearer]);
	});

	it('is not made again by the next run, which uses the stored token', async () => {
		const { store } = await test.run();
		const { error } = await test.run({ store });
		expect(error).toBeUndefined();
		expect(asked()).toEqual([login, call, call]);
		expect(store.counts).toEqual({ preAuthentications: 1, updates: 1 });
	});

	it('is made once more if the token expired, and the call is repeated with the new token', async () => {
		const first = await test.run();
		const before = first.store.stored.c.accessToken;
		test.sandbox.expireTokens();
		const { error, store } = await test.run({ store: first.store });
		expect(error).toBeUndefined();
		expect(asked()).toEqual([login, call, call, login, call]);
		expect(store.stored.c.accessToken).not.toBe(before);
		await test.run({ store });
		expect(logins()).toBe(2);
	});

	it('is made again after a changed password, which is not used with the old token', async () => {
		const { store } = await test.run();
		store.stored.c = { ...store.stored.c, ...secondAccount };
		const { error } = await test.run({ store });
		expect(error).toBeUndefined();
		expect(test.sandbox.state.counters.logins).toEqual({ sandbox: 1, 'sandbox-two': 1 });
	});

	it.each(['access_token', 'token', 'access', 'key', 'data.token', 'bare'] as const)(
		'reads the token in an answer of the form %s',
		async (antBuddyTokenKey) => {
			test.sandbox.configure({ antBuddyTokenKey });
			const { error, store } = await test.run();
			expect(error).toBeUndefined();
			expect(test.sent[0].headers.authorization).toBe(`Bearer ${store.stored.c.accessToken}`);
		},
	);
});

describe('an answer to the login', () => {
	const token = 'abc.DEF-123_~+/=';
	const run = async (json: unknown, status = 200) => {
		const server = await startTinyServer(({ path }) =>
			path === '/get-token/' ? { status, json } : { json: { id: 1 } },
		);
		const result = await test.run({ credential: { baseUrl: server.url } });
		await server.close();
		return { ...result, requests: server.requests };
	};
	const test = new NodeTest(create.type, create.parameters);

	it.each<[unknown]>([
		[{ access_token: token, token_type: 'bearer', expires_in: 3600 }],
		[{ access_token: token, refresh: 'another' }],
		[{ refresh: 'another', access: token }],
		[{ data: { access_token: token } }],
		[{ data: { access: token } }],
		[{ data: { key: token } }],
		[{ data: token }],
		[{ status: 'success', data: { token, user: { id: 1 } } }],
		[{ token: null, key: token }],
		[token],
		[{ accessToken: token }],
		[{ tokens: { access: token, refresh: 'another' } }],
		[{ result: { Token: token } }],
		[`Bearer ${token}\n`],
		[{ data: { access_token: `bearer ${token}` } }],
	])('has a token: %j', async (json) => {
		for (const status of [200, 201]) {
			const { error, requests } = await run(json, status);
			expect(error).toBeUndefined();
			expect(requests.at(-1)?.headers.authorization).toBe(`Bearer ${token}`);
		}
	});

	it.each<[unknown, RegExp]>([
		[{}, /answered 200 without an access token/],
		[[], /answered 200 without an access token/],
		[null, /answered 200 without an access token/],
		[{ token: '' }, /answered 200 without an access token/],
		[{ token: 123 }, /answered 200 without an access token/],
		[{ user: { id: 1 }, refresh: 'x' }, /an access token \(JSON with “user, refresh”\)/],
		[{ token: 'two words' }, /answered 200 without an access token/],
		[{ token: 'line\nbreak' }, /answered 200 without an access token/],
		[{ token: { token } }, /answered 200 without an access token/],
		[undefined, /answered 200 without an access token \(an empty body\)/],
	])('has no token, and nobody is called: %j', async (json, words) => {
		const { error, requests } = await run(json);
		expect(error?.message).toMatch(words);
		expect(error?.context?.outcome).toBe('notSent');
		expect(requests.map(({ path }) => path)).toEqual(['/get-token/']);
	});
});
