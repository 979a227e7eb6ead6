import type { IHttpRequestHelper, IHttpRequestOptions } from 'n8n-workflow';
import { currentToken, renewToken } from '../../../../nodes/AntBuddy/login/accessToken';
import { tokenFields } from '../../../../nodes/AntBuddy/login/token';
import { LoginFailure, loginFailureOf } from '../../../../nodes/shared/login/attempt';
import { json } from '../../support/execution';
import type { FullResponse } from '../../support/execution';

let nth = 0;
/** A login that no other test has used. */
const newLogin = () => ({
	username: `user ${++nth}`,
	password: 'pass word',
	baseUrl: 'https://alice.example.com/rest-api/',
});
const helperOf = (respond: () => FullResponse | Promise<FullResponse>) => {
	const httpRequest = jest.fn<Promise<FullResponse>, [IHttpRequestOptions]>(
		async () => await respond(),
	);
	return { httpRequest, helper: { helpers: { httpRequest } } as unknown as IHttpRequestHelper };
};
const fingerprint = expect.stringMatching(/^[\w-]{43}$/) as string;

describe('renewToken', () => {
	it('logs in with the username and the password', async () => {
		const { helper, httpRequest } = helperOf(() => json({ access_token: 'new' }));
		const login = newLogin();
		expect(await renewToken(helper, login)).toEqual({
			accessToken: 'new',
			accountFingerprint: fingerprint,
		});
		const [[options]] = httpRequest.mock.calls;
		expect(options).toMatchObject({
			method: 'POST',
			url: 'https://alice.example.com/rest-api/get-token/',
			headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
			encoding: 'arraybuffer',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			timeout: 30_000,
		});
		const { username, password } = login;
		expect(JSON.parse(options.body as string)).toEqual({ username, password });
	});

	it('logs in once for any number of simultaneous requests, and lets n8n store the token once', async () => {
		const { helper, httpRequest } = helperOf(() => json({ token: 'new' }));
		const login = newLogin();
		const asked = Array.from({ length: 30 }, async () => await renewToken(helper, { ...login }));
		const renewed = await Promise.all(asked);
		expect(httpRequest).toHaveBeenCalledTimes(1);
		expect(renewed.filter(({ accessToken }) => accessToken === 'new')).toHaveLength(1);
		expect(renewed.filter((output) => Object.keys(output).length === 0)).toHaveLength(29);
	});

	it('logs in again for another password or address of the same username', async () => {
		const { helper, httpRequest } = helperOf(() => json({ token: 'new' }));
		const login = newLogin();
		await renewToken(helper, login);
		await renewToken(helper, { ...login, password: 'other' });
		await renewToken(helper, { ...login, baseUrl: 'https://other.example.com' });
		expect(httpRequest).toHaveBeenCalledTimes(3);
	});

	it('logs in again if the stored token is refused, but not if it was replaced', async () => {
		let logins = 0;
		const { helper, httpRequest } = helperOf(() =>
			json({ token: `token ${++logins}`.replace(' ', '') }),
		);
		const login = newLogin();
		const stored = { ...login, ...(await renewToken(helper, login)) };
		expect(await renewToken(helper, stored)).toMatchObject({ accessToken: 'token2' });
		expect(await renewToken(helper, stored)).toEqual({});
		expect(httpRequest).toHaveBeenCalledTimes(2);
	});

	it('stores a token unchanged, even if it contains the password', async () => {
		const { helper } = helperOf(() => json({ token: 'pass-word-and-more' }));
		const login = { ...newLogin(), password: 'pass-word' };
		expect(await renewToken(helper, login)).toMatchObject({ accessToken: 'pass-word-and-more' });
	});

	it('notes a failed login', async () => {
		const { helper } = helperOf(() => json({}, 401));
		const login = newLogin();
		const thrown: unknown = await renewToken(helper, login).catch((reason: unknown) => reason);
		expect(thrown).toBeInstanceOf(LoginFailure);
		expect(loginFailureOf(login)).toBe(thrown);
	});

	it('accepts an answer with any 2xx status, and no other', async () => {
		for (const status of [200, 201, 299]) {
			const { helper } = helperOf(() => json({ token: 'new' }, status));
			expect(await renewToken(helper, newLogin())).toMatchObject({ accessToken: 'new' });
		}
		for (const status of [300, 400]) {
			const { helper } = helperOf(() => json({ token: 'new' }, status));
			await expect(renewToken(helper, newLogin())).rejects.toThrow();
		}
	});
});

describe('currentToken', () => {
	it('returns an empty token if none is stored', () => {
		const credential: Record<string, string> = newLogin();
		expect(currentToken(credential)).toBe('');
		expect(credential).toMatchObject({ accessToken: '', accountFingerprint: '' });
	});

	it('returns the stored token, or the one that replaced it after a refusal', async () => {
		const { helper } = helperOf(() => json({ token: 'second' }));
		const login = newLogin();
		const stored = { ...login, ...tokenFields('first', login) };
		expect(currentToken(stored)).toBe('first');
		await renewToken(helper, stored);
		expect(currentToken(stored)).toBe('second');
		expect(stored).toEqual({ ...login, ...tokenFields('second', login) });
	});

	it('ignores the token of another login', async () => {
		const { helper } = helperOf(() => json({ token: 'first' }));
		const login = newLogin();
		const stored = { ...login, ...(await renewToken(helper, login)) };
		expect(currentToken({ ...stored, password: 'changed' } as never)).toBe('');
	});
});
