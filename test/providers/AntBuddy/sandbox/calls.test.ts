import { get, post, sandboxForTests } from '../../../sandbox/tests/client';
import { account, secondAccount } from '../sandbox';
import { antBuddyLogin } from './login';

const sandbox = sandboxForTests();
const url = (path: string) => `${sandbox.current.baseUrls.antBuddy}${path}`;
const { username, password } = account;
const phone = '0919273027';

describe('POST /get-token/', () => {
	it('returns a token, and counts the login by account', async () => {
		await antBuddyLogin(sandbox.current);
		await antBuddyLogin(sandbox.current);
		await antBuddyLogin(sandbox.current, secondAccount);
		expect(sandbox.current.state.counters.logins).toEqual({ sandbox: 2, 'sandbox-two': 1 });
	});

	it.each([
		['token', (token: string) => ({ token })],
		['access', (access: string) => ({ access })],
		['key', (key: string) => ({ key })],
		['data.token', (token: string) => ({ data: { token } })],
		['bare', (token: string) => token],
	] as const)('answers in the form %s', async (antBuddyTokenKey, form) => {
		sandbox.current.configure({ antBuddyTokenKey });
		const { data, headers } = await post(url('/get-token/'), { username, password });
		const [, token] = /"([\w-]{32})"/.exec(JSON.stringify(data)) ?? [];
		expect(data).toEqual(form(token));
		expect(headers['content-type']).toContain('application/json');
		const login = { Authorization: `Bearer ${token}` };
		expect((await get(url('/voice-otp/'), login)).status).toBe(200);
	});

	it.each([
		['a wrong password', { username, password: 'x' }, 401, { detail: expect.any(String) }],
		["another account's password", { username: 'sandbox-two', password }, 401, expect.anything()],
		['no password', { username }, 400, { password: ['is required'] }],
		[
			'an unknown field',
			{ username, password, remember: true },
			400,
			{ remember: ['is not a known field'] },
		],
	])('refuses %s', async (_what, body, status, reason) => {
		const answer = await post(url('/get-token/'), body);
		expect([answer.status, answer.data]).toEqual([status, reason]);
		expect(sandbox.current.state.counters).toMatchObject({ logins: {}, refused: 1 });
	});
});

describe('POST /voice-otp/', () => {
	it('places the call, echoes the request and counts it', async () => {
		const login = await antBuddyLogin(sandbox.current);
		const body = { alarm_phonenumber: phone, otp: '012345', maxretry: 1 };
		const { status, data } = await post(url('/voice-otp/'), body, login);
		expect(status).toBe(201);
		expect(data).toEqual({ ...body, id: 1, status: 'queued', created_date: expect.any(String) });
		expect(sandbox.current.state.inbox).toMatchObject([
			{ id: '1', kind: 'call', provider: 'antBuddy', to: phone, code: '012345', caller: null },
		]);
		expect(sandbox.current.state.inbox[0]).toHaveProperty('heard', [
			...['Your code is', '0, 1, 2, 3, 4, 5'],
			...['Once more, your code is', '0, 1, 2, 3, 4, 5'],
		]);
		expect(sandbox.current.state.counters.accepted.perRecipient).toEqual({ [phone]: 1 });
	});

	it.each([{}, { otp: '' }])('generates a code of six digits for %j', async (otp) => {
		const login = await antBuddyLogin(sandbox.current);
		const { data } = await post(url('/voice-otp/'), { alarm_phonenumber: phone, ...otp }, login);
		expect(data.otp).toMatch(/^\d{6}$/);
		expect(data.maxretry).toBe(0);
		expect(sandbox.current.state.inbox[0].code).toBe(data.otp);
	});

	it('counts repetitions beyond twenty instead of listing them', async () => {
		const login = await antBuddyLogin(sandbox.current);
		const body = { alarm_phonenumber: phone, otp: '1', maxretry: 1e9 };
		expect((await post(url('/voice-otp/'), body, login)).status).toBe(201);
		const [call] = sandbox.current.state.inbox;
		expect(call).toHaveProperty('heard.length', 21);
		expect(call).toHaveProperty('heard.20', 'and 999999991 more times');
	});

	it.each<[unknown, object]>([
		[{}, { alarm_phonenumber: ['is required'] }],
		[{ alarm_phonenumber: 919273027 }, { alarm_phonenumber: ['must be a string'] }],
		...['+84919273027', '84919273027', '091927302', '091927302712', '0919 273 027', null].map(
			(wrong): [object, object] => [
				{ alarm_phonenumber: wrong },
				{ alarm_phonenumber: [expect.any(String)] },
			],
		),
		[{ alarm_phonenumber: phone, otp: 123456 }, { otp: ['must be a string'] }],
		[{ alarm_phonenumber: phone, otp: null }, { otp: ['must be a string'] }],
		[{ alarm_phonenumber: phone, maxretry: '1' }, { maxretry: ['must be an integer'] }],
		[{ alarm_phonenumber: phone, maxretry: 1.5 }, { maxretry: ['must be an integer'] }],
		[{ alarm_phonenumber: phone, maxretry: -1 }, { maxretry: ['must be at least 0'] }],
		[{ alarm_phonenumber: phone, code: '1' }, { code: ['is not a known field'] }],
		[
			JSON.parse(`{"alarm_phonenumber":"${phone}","constructor":1}`),
			{ constructor: ['is not a known field'] },
		],
		['[]', { detail: 'The body must be a JSON object' }],
		['{"alarm', { detail: expect.stringContaining('not JSON') }],
	])('refuses %j with the reason', async (body, reason) => {
		const login = await antBuddyLogin(sandbox.current);
		const { status, data } = await post(url('/voice-otp/'), body, login);
		expect([status, data]).toEqual([400, reason]);
		expect(sandbox.current.state.inbox).toEqual([]);
		expect(sandbox.current.state.counters.refused).toBe(1);
	});

	it.each(['text/plain', 'application/x-www-form-urlencoded', 'nonsense', 'application/jsonp'])(
		'refuses the Content-Type %s',
		async (type) => {
			const login = { ...(await antBuddyLogin(sandbox.current)), 'Content-Type': type };
			const body = JSON.stringify({ alarm_phonenumber: phone });
			const { status, data } = await post(url('/voice-otp/'), body, login);
			expect([status, data]).toEqual([415, { detail: expect.any(String) }]);
		},
	);
});

it('redirects a path without its slash, as Django does', async () => {
	const login = await antBuddyLogin(sandbox.current);
	const { status, headers } = await post(url('/voice-otp'), { alarm_phonenumber: phone }, login);
	expect([status, headers.location]).toEqual([301, '/antbuddy/rest-api/voice-otp/']);
	expect(sandbox.current.state.inbox).toEqual([]);
});

it("answers 404 and 405 in AntBuddy's form", async () => {
	expect(await get(url('/nothing/'))).toMatchObject({
		status: 404,
		data: { detail: 'Not found.' },
	});
	const { status, data } = await get(url('/get-token/'));
	expect([status, data]).toEqual([405, { detail: 'Method "GET" not allowed.' }]);
});
