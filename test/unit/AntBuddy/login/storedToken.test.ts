import type { IHttpRequestHelper } from 'n8n-workflow';
import { currentToken, renewToken } from '../../../../nodes/AntBuddy/login/accessToken';
import { json } from '../../support/execution';

const login = {
	username: 'storing',
	password: 'pass word',
	baseUrl: 'https://alice.example.com/rest-api',
};

it('stores a token as it came, also where the password is a part of it', async () => {
	const password = 'a-password';
	const httpRequest = async () => await Promise.resolve(json({ token: `${password}-and-more` }));
	const helper = { helpers: { httpRequest } } as unknown as IHttpRequestHelper;
	expect(await renewToken(helper, { ...login, password })).toMatchObject({
		accessToken: 'a-password-and-more',
	});
});

it('counts a login as one without a token where only its fingerprint was stored', () => {
	const credential: Record<string, string> = { ...login };
	currentToken(credential);
	const { accountFingerprint } = credential;
	expect(currentToken({ ...login, accountFingerprint })).toBe('');
});
