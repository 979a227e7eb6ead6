import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { casesOf, providers } from '../../providers';
import type { Effect } from '../../sandbox/server';
import { testCredential } from '../../support/credentialTest';
import { NodeTest } from '../../support/nodeTest';
import { startTinyServer } from '../../support/tinyServer';

const OK = { status: 'OK', message: 'Connection successful!' };
const PROVIDERS = providers.map((provider) => {
	const { type: name, test: request, logins } = provider.credential;
	const [method, path] = request.split(' ');
	const [operation] = casesOf(provider);
	const { loginHeaders } = provider.sandbox;
	return { name, operation, path, method, logins, loginHeaders };
});
const SECRET = 'a-secret-nobody-should-read';

describe.each(PROVIDERS)('Test of $name', ({ name, operation, ...expected }) => {
	const { path, method, logins, loginHeaders } = expected;
	const test = new NodeTest(operation.type, operation.parameters);
	const press = async (changes: ICredentialDataDecryptedObject = {}) =>
		await testCredential(name, { ...test.credential, ...changes });
	const answerWith = (effect: Effect) => test.sandbox.addFault({ match: { path }, do: effect });

	it('passes with the right login, and calls or texts nobody', async () => {
		expect(await press()).toEqual(OK);
		expect(test.sent.map((request) => `${request.method} ${request.path}`)).toEqual([
			`${method} ${path}`,
		]);
		for (const { body } of test.sent) expect(body).toEqual(method === 'POST' ? {} : undefined);
		expect(test.sandbox.state.counters.accepted.total).toBe(0);
	});

	it('authenticates as the operations do', async () => {
		await press();
		await test.run();
		const presented = test.sent.map(({ headers }) =>
			loginHeaders.map((header) => headers[header]).find((login) => login !== undefined),
		);
		expect(presented).toHaveLength(2);
		const kinds = presented.map((login) => String(login).replace(/^Bearer \S+$/, 'Bearer'));
		expect(new Set(kinds).size).toBe(1);
	});

	it('passes with slashes and spaces after the Base URL', async () => {
		expect(await press({ baseUrl: ` ${test.baseUrl}// ` })).toEqual(OK);
		expect(test.sent.map((request) => request.path)).toEqual([path]);
	});

	it.each(Object.keys(logins[0].fields))('fails with a wrong %s', async (field) => {
		const { status, message } = await press({ [field]: SECRET });
		expect(status).toBe('Error');
		expect(message).toMatch(/did not accept (the login|(the )?username and password)/i);
		expect(message).not.toContain(SECRET);
	});

	it('passes with each way to log in, and fails with a wrong secret', async () => {
		for (const login of logins) {
			const right = test.credentialBy(login);
			expect(await press(right)).toEqual(OK);
			expect(await press({ ...right, [login.secret]: SECRET })).toMatchObject({ status: 'Error' });
		}
		expect(test.sandbox.state.counters.accepted.total).toBe(0);
	});

	it.each<[number, RegExp]>([
		[401, /did not accept|accepted the login but not its access token/],
		[403, /may not use|did not accept/],
		[404, /There is no .+ API at Base URL/],
		[500, /Internal Server Error|500/],
		[503, /Service Unavailable|503/],
	])('fails with HTTP %i', async (status, words) => {
		answerWith({ status, body: {} });
		const verdict = await press();
		expect(verdict.status).toBe('Error');
		expect(verdict.message).toMatch(words);
	});

	it.each<[string, Effect, RegExp]>([
		[
			'a web page',
			{ html: true, status: 200 },
			/answered 200 with a web page \(HTML\).+ Base URL\.$/,
		],
		['an empty object', { status: 200, body: {} }, /answered 200 with JSON.+ Base URL\.$/],
		['an empty list in text', { status: 200, body: '"[]"' }, /Base URL\.$/],
		['nothing', { status: 204 }, /Base URL\.$/],
		[
			'a refusal',
			{ status: 200, body: { success: false, message: 'Not today' } },
			/^Not today .+\./,
		],
		[
			'a refusal by code',
			{ status: 200, body: { code: 401, message: 'x' } },
			/not accept|but not its/,
		],
		['a refusal in a list', { status: 200, body: { error: 'Denied', list: [] } }, /^Denied .+\./],
		['a busy service', { status: 502, body: {} }, /502.+ Try again later\.$/],
	])('fails with %s, and says what to do', async (_what, effect, words) => {
		answerWith(effect);
		const verdict = await press();
		expect(verdict.status).toBe('Error');
		expect(verdict.message).toMatch(words);
		expect(verdict.message).not.toMatch(/error|problem|failure|mistake|undefined|\.\./i);
	});

	it.each([301, 302, 307, 308])(
		'fails with a %i redirect, which it does not follow',
		async (status) => {
			const other = await startTinyServer(() => ({ json: {} }));
			answerWith({ status, headers: { location: `${other.url}${path}` } });
			const verdict = await press();
			await other.close();
			expect(verdict.status).toBe('Error');
			expect(other.requests).toEqual([]);
		},
	);

	it.each<[string, RegExp]>([
		['', /Base URL in the credential is empty/],
		['nowhere', /is not a web address/],
		['http://provider.test', /does not start with https/],
		['https://name:word@provider.test', /contains a login/],
		['https://provider.test/?a=b', /contains "\?"/],
	])('fails with the Base URL %j before it sends the login', async (baseUrl, words) => {
		const { status, message } = await press({ baseUrl });
		expect(status).toBe('Error');
		expect(message).toMatch(words);
		expect(test.requests).toEqual([]);
	});

	it('fails if nothing listens', async () => {
		const { status, message } = await press({ baseUrl: 'http://127.0.0.1:9' });
		expect(status).toBe('Error');
		expect(message).toMatch(/ECONNREFUSED|refused the connection/);
	});
});
