import type { IHttpRequestHelper } from 'n8n-workflow';
import { AntBuddyApi, fields } from '../../../credentials/AntBuddyApi.credentials';
import { json } from '../support/execution';
import { failureOf } from '../support/failure';
import { shapesOf } from '../support/shape';

const type = new AntBuddyApi();
const login = (username: string) => ({
	username,
	password: 'word',
	baseUrl: 'https://alice.example.com/rest-api/',
});
const answering = (body: unknown) => {
	const httpRequest = jest.fn(async () => await Promise.resolve(json(body)));
	return { httpRequest, helper: { helpers: { httpRequest } } as unknown as IHttpRequestHelper };
};

it('has hidden fields for the token', () => {
	expect(shapesOf(type.properties.slice(fields.length))).toEqual([
		{ name: 'accessToken', type: 'hidden', default: '' },
		{ name: 'accountFingerprint', type: 'hidden', default: '' },
	]);
});

it('hides the password and the token, and marks the token as expirable', () => {
	const optionsOf = (name: string) =>
		type.properties.find((field) => field.name === name)?.typeOptions;
	expect(optionsOf('password')).toEqual({ password: true });
	expect(optionsOf('accessToken')).toEqual({ expirable: true, password: true });
});

it('logs in, and authenticates with the new token', async () => {
	const { helper, httpRequest } = answering({ access_token: 'token-1' });
	const renewed = await type.preAuthentication.call(helper, login('one'));
	expect(renewed).toEqual({ accessToken: 'token-1', accountFingerprint: expect.any(String) });
	expect(httpRequest).toHaveBeenCalledTimes(1);

	const options = { url: 'x', headers: { Accept: 'application/json' } };
	expect(await type.authenticate({ ...login('one'), ...renewed } as never, options)).toEqual({
		url: 'x',
		headers: { Accept: 'application/json', Authorization: 'Bearer token-1' },
	});
	expect(options.headers).toEqual({ Accept: 'application/json' });
});

it('sends no header without a token, so that the 401 makes n8n log in', async () => {
	expect(await type.authenticate(login('two'), { url: 'x' })).toEqual({ url: 'x', headers: {} });
});

it('refuses an address that is not encrypted', async () => {
	const credential = { ...login('three'), baseUrl: 'http://alice.example.com' };
	const { message } = await failureOf(
		async () => await type.authenticate(credential, { url: 'x' }),
	);
	expect(message).toBe('Base URL in the credential does not start with https://');
});
