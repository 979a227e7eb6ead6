import { testCmVoiceApi } from '../../../nodes/VoiceOtpAdvanced/credentialTest';
import { answerOf, judging, pressTest } from '../support/credentialTest';

const login = { productToken: 'product', baseUrl: 'https://api.example.com/v2' };
const judge = judging(testCmVoiceApi, login);
const REFUSED = 'CM.com did not accept the login. Correct the token, or the username and password.';

it('sends an instruction that can call nobody, with the login', async () => {
	const { asked } = await pressTest(testCmVoiceApi, login, () => answerOf(400));
	expect(asked).toMatchObject([
		{
			...{ method: 'POST', uri: 'https://api.example.com/v2/OTP', body: '{}' },
			headers: { 'X-CM-PRODUCTTOKEN': 'product' },
		},
	]);
});

it.each<[number, unknown]>([
	[400, { messages: [{ messageDetails: 'No callee', errorCode: 201 }] }],
	[400, { message: 'The Caller field is required.' }],
	[422, { details: 'x', errorCode: 202 }],
	[400, 'callee is missing'],
	[400, undefined],
])('passes if the instruction is refused: %j %j', async (status, body) => {
	expect(await judge(status, body)).toBe('OK');
});

it.each<[number, unknown]>([
	[401, undefined],
	[400, { message: 'PRODUCT TOKEN is Incorrect' }],
	[400, 'invalid producttoken'],
	[400, { messages: [{ messageDetails: 'x', errorCode: 101 }] }],
	[400, { details: 'x', errorCode: '103' }],
	[200, { error: 'Unauthorized' }],
	[200, { code: 401 }],
	[200, { success: false, error: { code: 401, message: 'x' } }],
])('reports a refused login: %j %j', async (status, body) => {
	expect(await judge(status, body)).toBe(REFUSED);
});

it('reports a login that may not use the API', async () => {
	expect(await judge(403)).toBe(
		'The login is right, but it may not use the Voice API. Ask CM.com to allow it.',
	);
});

it.each<[number, unknown]>([
	[200, {}],
	[200, { type: 'call-queued' }],
	[200, '<html>'],
	[204, undefined],
])('does not take a yes to an empty instruction for CM.com: %j %j', async (status, body) => {
	expect(await judge(status, body)).toContain('which is not how CM.com answers. Correct Base URL.');
});

it('takes no web page and no broken service for CM.com', async () => {
	expect(await judge(400, '<html>invalid token')).toMatch(/^CM\.com answered 400 \(a web page/);
	expect(await judge(500, { message: 'invalid token' })).toMatch(/HTTP 500\)\. Try again later\.$/);
});
