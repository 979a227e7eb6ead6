import type { ICredentialTestRequest } from 'n8n-workflow';
import { AntsApi } from '../../../credentials/AntsApi.credentials';
import { evaluated } from '../support/expression';
import { failureOf } from '../support/failure';

const type = new AntsApi();
const login = { username: 'Aladdin', password: 'open sesame', baseUrl: 'https://ants.example.com' };

it('authenticates with Basic auth, and keeps the other headers', async () => {
	const options = { url: 'x', headers: { Accept: 'application/json' } };
	expect(await type.authenticate(login, options)).toEqual({
		url: 'x',
		headers: {
			Accept: 'application/json',
			Authorization: 'Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==',
		},
	});
	expect(options.headers).toEqual({ Accept: 'application/json' });
});

it('refuses an address that is not encrypted', async () => {
	const credential = { ...login, baseUrl: 'http://ants.example.com' };
	const { message } = await failureOf(
		async () => await type.authenticate(credential, { url: 'x' }),
	);
	expect(message).toBe('Base URL in the credential does not start with https://');
});

describe('the test', () => {
	const { request, rules } = type.test as ICredentialTestRequest;
	const refused = 'ANTS did not accept Username and Password. Correct them.';

	it('requests the balance, which costs nothing, and follows no redirect', () => {
		const { url, ...rest } = request;
		expect(rest).toEqual({
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: '{}',
			json: true,
			disableFollowRedirect: true,
		});
		for (const baseUrl of ['https://a.example.com', ' https://a.example.com/ '])
			expect(evaluated(url!, { baseUrl })).toBe('https://a.example.com/account/balance');
	});

	it('recognizes a refusal by its status, or by its message if it comes with 200', () => {
		const words = ['Authentication failed', 'username or password ผิดพลาด'];
		expect(rules).toEqual([
			{ type: 'responseCode', properties: { value: 401, message: refused } },
			{ type: 'responseCode', properties: { value: 403, message: refused } },
			{
				type: 'responseCode',
				properties: { value: 404, message: 'There is no ANTS API at Base URL. Correct Base URL.' },
			},
			...words.map((value) => ({
				type: 'responseSuccessBody',
				properties: { key: 'error.message', value, message: refused },
			})),
		]);
	});
});
