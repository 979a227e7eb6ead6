import { testAntBuddyApi } from '../../../../nodes/AntBuddy/login/credentialTest';
import { answerOf, pressTest } from '../../support/credentialTest';

const login = { username: 'user', password: 'word', baseUrl: 'https://a.example.com/rest-api' };

const press = async (list: Parameters<typeof answerOf>, token = answerOf(200, { token: 'new' })) =>
	await pressTest(testAntBuddyApi, login, ({ uri }) =>
		uri.endsWith('/get-token/') ? token : answerOf(...list),
	);
const judge = async (...list: Parameters<typeof answerOf>) => {
	const { verdict } = await press(list);
	return verdict.status === 'OK' ? 'OK' : verdict.message;
};

it('logs in, then lists calls with the new token, which costs nothing', async () => {
	const { asked, verdict } = await press([200, []]);
	expect(asked).toMatchObject([
		{ method: 'POST', uri: 'https://a.example.com/rest-api/get-token/' },
		{
			...{ method: 'GET', uri: 'https://a.example.com/rest-api/voice-otp/' },
			headers: { Authorization: 'Bearer new' },
		},
	]);
	expect(verdict.status).toBe('OK');
});

it.each<[unknown]>([
	[[]],
	[[{ id: 1 }]],
	[{ results: [], count: 0 }],
	[{ data: [] }],
	[{ data: { results: [] }, next: null }],
])('passes with the list %j', async (body) => {
	expect(await judge(200, body)).toBe('OK');
});

it.each<[unknown]>([[{}], [{ hello: 'world' }], ['<html>'], ['OK'], [undefined]])(
	'does not take %j for a list',
	async (body) => {
		expect(await judge(200, body)).toContain(
			'which is not how AntBuddy answers. Correct Base URL.',
		);
	},
);

it.each<Parameters<typeof answerOf>>([
	[401],
	[403, { detail: 'Signature has expired.' }],
	[200, { code: 401, message: 'Token Expired' }],
	[302, '', { location: '/login' }],
])('reports a token that is not accepted: %j %j', async (...answer) => {
	expect(await judge(...answer)).toBe(
		'AntBuddy accepted the login but not its access token. Ask AntBuddy whether the account may use Voice OTP.',
	);
});

it('reports what the account may not do, and other refusals in the words of AntBuddy', async () => {
	expect(await judge(403, { detail: 'No' })).toBe(
		'Username and Password are right, but the account may not use Voice OTP. Ask AntBuddy to allow it.',
	);
	expect(await judge(404)).toContain('There is no Voice OTP API at Base URL: ');
	expect(await judge(300, [])).toContain('300');
	expect(await judge(500, [])).toContain('500');
	expect(await judge(200, { success: false, message: 'Not today', list: [] })).toMatch(
		/^Not today/,
	);
});

it.each<[Parameters<typeof answerOf>, RegExp]>([
	[[200, '<html>'], /without an access token \(a web page \(HTML\)\)\. Check Base URL .+\.$/],
	[[200, {}], /without an access token \(JSON\)\. Check Base URL .+\.$/],
	[[200, { user: 'word' }], /without an access token \(JSON with “user”\)\. Check Base URL .+\.$/],
	[
		[401, { detail: 'no' }],
		/did not accept the username and password: no .+\. Correct Username .+\.$/,
	],
	[
		[200, { success: 0, message: 'Wrong' }],
		/did not succeed: Wrong .+\. Check Username, Password .+\.$/,
	],
	[[504], /Nobody was called\. Try again later\.$/],
])('reports a login answered %j', async (answer, words) => {
	const { verdict, asked } = await press([200, []], answerOf(...answer));
	expect(verdict.status).toBe('Error');
	expect(verdict.message).toMatch(words);
	expect(asked).toHaveLength(1);
});
