import { CmVoiceApi } from '../../../credentials/CmVoiceApi.credentials';
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
