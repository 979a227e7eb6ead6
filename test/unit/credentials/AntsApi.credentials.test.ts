import { AntsApi } from '../../../credentials/AntsApi.credentials';
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
