import { credentialTest } from '../../../../nodes/shared/request/credentialTest';
import type { CredentialTest } from '../../../../nodes/shared/request/credentialTest';
import { answerOf, judging, pressTest } from '../../support/credentialTest';
import { testProvider } from '../../support/item';

const provider = { ...testProvider, name: 'Testing' };
const login = { baseUrl: 'https://api.example.com/v1/', password: 'pa$$word' };
const declared: CredentialTest = {
	provider,
	api: 'Test API',
	request: { method: 'POST', path: '/check', body: { a: 1 } },
	headersOf: ({ password }) => ({ 'X-Login': password }),
	refusedLogin: ({ status }) =>
		status === 401 ? { message: 'Wrong login', description: 'Correct it.' } : undefined,
	isRight: ({ body }) => JSON.stringify(body) === '{"balance":5}',
};
const test = credentialTest(declared);
const judge = judging(test, login);

it('asks once, with the login, and follows no redirect', async () => {
	const { verdict, asked } = await pressTest(test, login, () => answerOf(200, { balance: 5 }));
	expect(verdict).toEqual({ status: 'OK', message: 'Connection successful!' });
	expect(asked).toEqual([
		{
			method: 'POST',
			uri: 'https://api.example.com/v1/check',
			headers: {
				Accept: 'application/json',
				'Content-Type': 'application/json',
				'X-Login': 'pa$$word',
			},
			body: '{"a":1}',
			timeout: 30_000,
			encoding: null,
			resolveWithFullResponse: true,
			simple: false,
			followRedirect: false,
		},
	]);
});

it('sends no body where there is none, and logs in first where that takes a request', async () => {
	const listing = credentialTest({
		...{ provider, api: 'x', request: { method: 'GET', path: '/list' } },
		logIn: async (helper, credential) => {
			await helper.helpers.httpRequest({ url: 'https://login.example.com', method: 'POST' });
			return { ...credential, token: 'new' };
		},
		headersOf: ({ token }) => ({ token }),
		...{ refusedLogin: () => undefined, isRight: () => true },
	});
	const { asked } = await pressTest(listing, login, () => answerOf(200, []));
	expect(asked).toMatchObject([
		{ method: 'POST', uri: 'https://login.example.com' },
		{ method: 'GET', body: undefined, headers: { Accept: 'application/json', token: 'new' } },
	]);
	expect(Object.keys(asked[1])).toContain('headers');
});

const elsewhere = (what: string) =>
	`Base URL was answered ${what}, which is not how Testing answers. Correct Base URL.`;

it.each<[string, Parameters<typeof answerOf>]>([
	['Wrong login. Correct it.', [401]],
	['Wrong login. Correct it.', [200, { code: 401, message: 'x' }]],
	['Wrong login. Correct it.', [200, { error: { status: '401' } }]],
	['There is no Test API at Base URL: No (Testing, HTTP 404). Correct Base URL.', [404, 'No']],
	[
		'There is no Test API at Base URL: Testing answered 405 (an empty body). Correct Base URL.',
		[405],
	],
	[elsewhere('200 with a web page (HTML)'), [200, '<html>']],
	[elsewhere('200 with JSON'), [200, {}]],
	[elsewhere('204 with an empty body'), [204]],
	['Denied (Testing, HTTP 200). Check the credential.', [200, { error: 'Denied', balance: 5 }]],
	[
		'Denied ****** (Testing, HTTP 400). Check the credential.',
		[400, { detail: 'Denied pa$$word' }],
	],
	['x (Testing, HTTP 400). Check the credential.', [400, { code: 401, message: 'x' }]],
	['Busy (Testing, HTTP 429). Try again later.', [429, { detail: 'Busy' }]],
	['Testing answered 500 (JSON). Try again later.', [500, {}]],
	['Testing answered 504 (an empty body). Try again later.', [504]],
])('says %j', async (message, answer) => {
	expect(await judge(...answer)).toBe(message);
});

it.each([300, 302, 399])('keeps the advice for the redirect of a %j', async (status) => {
	const body = { code: 401, message: 'x' };
	expect(await judge(status, body, { location: 'https://b.example.com/' })).toMatch(
		new RegExp(
			`^Testing answered ${status}: it redirects to b\\.example\\.com, .+ A redirect .+\\.$`,
		),
	);
});

it('keeps the advice for proxies', async () => {
	expect(await judge(407)).toMatch(/^Testing answered 407 \(an empty body\)\. A proxy .+\.$/);
});

it("keeps the provider's own advice", async () => {
	const readRefusal = () => ({ words: 'No credit', advice: 'Top up your account.' });
	const own = { ...declared, provider: { ...provider, readRefusal } };
	expect(await judging(credentialTest(own), login)(200, {})).toBe(
		'No credit (Testing, HTTP 200). Top up your account.',
	);
});

it('ends with a full stop where a login fails without advice', async () => {
	const logIn = async () => await Promise.reject(new Error('The login broke off'));
	expect(await judging(credentialTest({ ...declared, logIn }), login)(200)).toBe(
		'The login broke off.',
	);
});

it.each([
	[
		'ECONNREFUSED',
		/^Testing could not be reached: api\.example\.com refused the connection\. Check .+\.$/,
	],
	['ETIMEDOUT', /^Testing did not answer in time: the request was sent\. Try again later\.$/],
])('says what to do after %s', async (code, words) => {
	const { verdict } = await pressTest(test, login, () => {
		throw Object.assign(new Error('pa$$word'), { code });
	});
	expect(verdict.status).toBe('Error');
	expect(verdict.message).toMatch(words);
});

it('asks nobody with a Base URL that cannot be used', async () => {
	const { verdict, asked } = await pressTest(test, {}, () => answerOf(200));
	expect(verdict.message).toMatch(/^Base URL in the credential is empty\. Enter a full address/);
	expect([verdict.status, asked]).toEqual(['Error', []]);
});
