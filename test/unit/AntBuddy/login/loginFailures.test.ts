import type { IHttpRequestHelper } from 'n8n-workflow';
import { renewToken } from '../../../../nodes/AntBuddy/login/accessToken';
import { LoginFailure } from '../../../../nodes/shared/login/attempt';
import { json } from '../../support/execution';
import type { FullResponse } from '../../support/execution';

let nth = 0;

/** The failure of a login that is answered so. */
async function failureWith(respond: () => FullResponse | Promise<FullResponse>) {
	const login = {
		username: `failing ${++nth}`,
		password: 'pa$$word',
		baseUrl: 'https://alice.example.com/rest-api',
	};
	const httpRequest = async () => await respond();
	const helper = { helpers: { httpRequest } } as unknown as IHttpRequestHelper;
	const thrown: unknown = await renewToken(helper, login).catch((reason: unknown) => reason);
	expect(thrown).toBeInstanceOf(LoginFailure);
	return thrown as LoginFailure;
}

const REFUSED =
	'Correct Username and Password in the AntBuddy API credential; n8n tests it when you save.';

it.each([400, 401, 403])('reports %j as a refused login', async (status) => {
	const { failure } = await failureWith(() => json({ non_field_errors: ['No such user'] }, status));
	expect(failure).toEqual({
		message: `AntBuddy did not accept the username and password: No such user (AntBuddy, HTTP ${status})`,
		description: REFUSED,
		outcome: 'notSent',
		status,
	});
});

it.each([404, 405])('reports %j as a wrong Base URL', async (status) => {
	const { failure } = await failureWith(() => json({ detail: 'Oops' }, status));
	expect(failure).toEqual({
		message: `There is no AntBuddy API at Base URL: Oops (AntBuddy, HTTP ${status})`,
		description: 'Correct Base URL in the AntBuddy API credential.',
		outcome: 'notSent',
		status,
	});
});

it.each([402, 500])('reports %j with its own message', async (status) => {
	const { failure } = await failureWith(() => json({ detail: 'Oops' }, status));
	expect(failure).toEqual({
		message: `The login to AntBuddy did not succeed: Oops (AntBuddy, HTTP ${status})`,
		description: expect.stringMatching(/then try again\.$|^Try again later/) as string,
		outcome: 'notSent',
		status,
	});
});

it.each([300, 302])('reports the redirect of a %j as it is', async (status) => {
	const { failure } = await failureWith(() => json({}, status, { location: 'https://b.example/' }));
	expect(failure).toMatchObject({
		message: `The login to AntBuddy did not succeed: AntBuddy answered ${status}: it redirects to b.example, which is not followed`,
		description: expect.stringMatching(/^A redirect would hand your login/) as string,
	});
});

it('reports that a login answered 504 called nobody', async () => {
	const { failure } = await failureWith(() => json({}, 504));
	expect(failure).toEqual({
		message: 'The login to AntBuddy did not succeed: AntBuddy answered 504 (JSON)',
		description: 'Nobody was called. Try again later.',
		outcome: 'notSent',
		status: 504,
	});
});

it('reports an answer without a token', async () => {
	const page = { statusCode: 200, headers: {}, body: '<html>' };
	const { failure } = await failureWith(() => page);
	expect(failure).toEqual({
		message: 'The login to AntBuddy was answered 200 without an access token (a web page (HTML))',
		description: 'Check Base URL in the AntBuddy API credential.',
		outcome: 'notSent',
		status: 200,
	});
});

it.each<[unknown, string]>([
	[{ user: 'secret', Expires: 1 }, 'JSON with “user, Expires”'],
	[{ data: { refresh: 'secret' }, user: {} }, 'JSON with “data, user, refresh”'],
	[{ a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1, h: 1 }, 'JSON with “a, b, c, d, e, f, g, h”'],
	[
		Object.fromEntries([...'abcdefghi'].map((key) => [key, 'secret'])),
		'JSON with “a, b, c, d, e, f, g, h, …”',
	],
	[{ ['k'.repeat(99)]: 'secret' }, `JSON with “${'k'.repeat(30)}”`],
	[{ pa$$word: 1 }, 'JSON with “******”'],
	[{}, 'JSON'],
	[[{ token: 'secret' }], 'JSON'],
])('names the keys, and no value, of JSON without a token: %j', async (body, came) => {
	const { failure } = await failureWith(() => json(body));
	expect(failure.message).toBe(
		`The login to AntBuddy was answered 200 without an access token (${came})`,
	);
});

it('reports a refusal under a status of success in the words of AntBuddy', async () => {
	const body = { success: false, message: 'Wrong password', token: '' };
	const { failure } = await failureWith(() => json(body));
	expect(failure).toEqual({
		message: 'The login to AntBuddy did not succeed: Wrong password (AntBuddy, HTTP 200)',
		description:
			'Check Username, Password and Base URL in the AntBuddy API credential; n8n tests it when you save.',
		outcome: 'notSent',
		status: 200,
	});
});

it('hands over how long to wait, and nothing secret of the answer', async () => {
	const { answer } = await failureWith(() => json({}, 503, { 'Retry-After': '7' }));
	expect(answer).toEqual({ status: 503, bodyKind: 'JSON', headers: { 'retry-after': '7' } });
});

it('masks the password that a refusal repeats', async () => {
	const { failure } = await failureWith(() => json({ password: ['pa$$word is too short'] }, 400));
	expect(failure.message).toContain('password: ****** is too short');
	const plain = { statusCode: 400, headers: {}, body: 'wrong: pa$$word' };
	expect((await failureWith(() => plain)).message).toContain('wrong: ****** (AntBuddy');
});

describe('a login without an answer', () => {
	const failureAfter = async (code: string) =>
		await failureWith(() => {
			throw Object.assign(new Error('pa$$word'), { code });
		});

	it('reports that AntBuddy was not reached, with the code by which the request is repeated', async () => {
		const { failure, code } = await failureAfter('ECONNREFUSED');
		expect(failure).toMatchObject({
			message: 'AntBuddy could not be reached: alice.example.com refused the connection',
			outcome: 'notSent',
		});
		expect(code).toBe('ECONNREFUSED');
	});

	it('reports that nobody was called after an unknown outcome', async () => {
		const { failure, code } = await failureAfter('ETIMEDOUT');
		expect(failure).toEqual({
			message: 'AntBuddy did not answer in time: the request was sent (login)',
			description: 'Nobody was called. Try again later.',
			outcome: 'notSent',
		});
		expect(code).toBe('');
	});
});
