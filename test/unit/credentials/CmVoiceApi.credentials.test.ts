import type { ICredentialTestRequest } from 'n8n-workflow';
import { CmVoiceApi } from '../../../credentials/CmVoiceApi.credentials';
import { evaluated } from '../support/expression';
import { failureOf } from '../support/failure';

const type = new CmVoiceApi();
const login = {
	baseUrl: 'https://api.example.com/v2',
	productToken: 'product',
	token: 'token',
	username: 'Aladdin',
	password: 'open sesame',
};

it('has no expirable field, so that other nodes that use it send only their own request', () => {
	expect(type.properties.filter(({ typeOptions }) => typeOptions?.expirable)).toEqual([]);
	expect(type).not.toHaveProperty('preAuthentication');
});

it('hides its secrets', () => {
	const hidden = type.properties.filter(({ typeOptions }) => typeOptions?.password === true);
	expect(hidden.map(({ name }) => name)).toEqual(['productToken', 'token', 'password']);
});

it.each([
	['productToken', { 'X-CM-PRODUCTTOKEN': 'product' }],
	[undefined, { 'X-CM-PRODUCTTOKEN': 'product' }],
	['bearer', { Authorization: 'Bearer token' }],
	['basic', { Authorization: 'Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==' }],
])('authenticates with %j, and keeps the other headers', async (authentication, header) => {
	const options = { url: 'x', headers: { Accept: 'application/json' } };
	const credential = { ...login, authentication } as never;
	expect(await type.authenticate(credential, options)).toEqual({
		url: 'x',
		headers: { Accept: 'application/json', ...header },
	});
	expect(options.headers).toEqual({ Accept: 'application/json' });
});

it('refuses an address that is not encrypted', async () => {
	const credential = { ...login, baseUrl: 'http://api.example.com' };
	const { message } = await failureOf(
		async () => await type.authenticate(credential, { url: 'x' }),
	);
	expect(message).toBe('Base URL in the credential does not start with https://');
});

describe('the test', () => {
	const { request, rules } = type.test as ICredentialTestRequest;

	it('sends an instruction that can call nobody, and follows no redirect', () => {
		const { url, ...rest } = request;
		expect(rest).toEqual({
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: '{}',
			disableFollowRedirect: true,
			ignoreHttpStatusErrors: {
				ignore: true,
				except: [301, 302, 307, 308, 401, 403, 404, 405, 429, 500, 502, 503, 504],
			},
		});
		for (const baseUrl of ['https://a.example.com/v2', ' https://a.example.com/v2// '])
			expect(evaluated(url!, { baseUrl })).toBe('https://a.example.com/v2/OTP');
	});

	it('has a message for each status', () => {
		expect(rules).toEqual([
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'CM.com did not accept the login. Correct the token, or the username and password.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message: 'The login is right, but it may not use the Voice API. Ask CM.com to allow it.',
				},
			},
			{
				type: 'responseCode',
				properties: { value: 404, message: 'There is no Voice API at Base URL. Correct Base URL.' },
			},
		]);
	});
});
