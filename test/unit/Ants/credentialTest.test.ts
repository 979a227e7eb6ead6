import { testAntsApi } from '../../../nodes/Ants/credentialTest';
import { judging, pressTest, answerOf } from '../support/credentialTest';

const login = { username: 'Aladdin', password: 'open sesame', baseUrl: 'https://ants.example.com' };
const judge = judging(testAntsApi, login);
const REFUSED = 'ANTS did not accept Username and Password. Correct them.';

it('asks for the balance, which costs nothing, with Basic auth', async () => {
	const { asked } = await pressTest(testAntsApi, login, () => answerOf(200, {}));
	expect(asked).toMatchObject([
		{
			...{ method: 'POST', uri: 'https://ants.example.com/account/balance', body: '{}' },
			headers: { Authorization: 'Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==' },
		},
	]);
});

it.each<[unknown]>([
	[{ type: 'prepaid', credit: 5 }],
	[{ type: 'prepaid', credit: '0' }],
	[{ ' credit': 0, status: { code: '0000', message: 'Success' } }],
	[{ data: { Balance: 5 } }],
])('passes with the balance %j', async (body) => {
	expect(await judge(200, body)).toBe('OK');
});

it.each<[number, unknown]>([
	[401, {}],
	[403, {}],
	[200, { error: { message: 'AUTHENTICATION  failed', description: '' } }],
	[400, { error: { message: 'authentication failed' } }],
	[200, { error: { code: '9998' } }],
	[200, { error: { code: 9998, message: 'x' }, credit: 5 }],
	[200, { status: { message: 'Username or Password ผิดพลาด' } }],
	[200, { code: 401, message: 'x' }],
])('reports a refused login: %j %j', async (status, body) => {
	expect(await judge(status, body)).toBe(REFUSED);
});

it.each<[unknown]>([
	[{}],
	[[]],
	[{ type: 'prepaid' }],
	[{ credit: null }],
	['<html>'],
	[undefined],
])('does not take %j for a balance', async (body) => {
	expect(await judge(200, body)).toContain('which is not how ANTS answers. Correct Base URL.');
});

it('reports another status in the words of ANTS, with its own advice', async () => {
	const message = await judge(200, { error: { code: '9999', message: 'Exception' } });
	expect(message).toMatch(/^Exception \[9999\] \(ANTS, HTTP 200\)\. [A-Z].+\.$/);
	expect(await judge(200, { error: { message: 'Unheard of' } })).toBe(
		'Unheard of (ANTS, HTTP 200). Check the credential.',
	);
	expect(await judge(404)).toContain('There is no ANTS API at Base URL: ');
	expect(await judge(300, { credit: 5 })).toContain('300');
	expect(await judge(500, { credit: 5 })).toContain('500');
});
