import { antBuddyLogin } from '../../providers/AntBuddy/sandbox/login';
import { account, antsLogin } from '../../providers/Ants/sandbox';
import { cmLogin } from '../../providers/VoiceOtpAdvanced/sandbox';
import { get, post, remove, sandboxForTests } from './client';

const { otcId } = account;
const sandbox = sandboxForTests();
const control = (path: string) => `${sandbox.current.url}/control/${path}`;
const sms = (mobile: string) =>
	post(`${sandbox.current.baseUrls.ants}/otp/requestOTP?x=1`, { otcId, mobile }, antsLogin);
const call = (callee: string) =>
	post(
		`${sandbox.current.baseUrls.cmVoice}/OTP`,
		{ caller: '+31612345670', callee, code: '0123' },
		cmLogin,
	);

describe('GET /control/inbox', () => {
	it('lists what was sent, newest first', async () => {
		await sms('66123456789');
		await call('+31612345678');
		const { data } = await get(control('inbox'));
		expect(data).toEqual(sandbox.current.state.inbox);
		expect(data.map(({ to }: { to: string }) => to)).toEqual(['31612345678', '66123456789']);
		expect(Date.parse(data[0].at)).toBeGreaterThan(Date.now() - 5000);
	});

	it('filters by number and limits the count', async () => {
		for (const mobile of ['66123456789', '66123456780', '66123456789']) await sms(mobile);
		const count = async (query: string) => (await get(control(`inbox?${query}`))).data.length;
		expect(await count('to=66123456789')).toBe(2);
		expect(await count('to=%2B66%2012%20345%206789')).toBe(2);
		expect(await count('to=3456789&limit=1')).toBe(1);
		expect(await count('to=1')).toBe(0);
		expect(await count('limit=2')).toBe(2);
	});

	it.each(['limit=0', 'limit=x', 'to=', 'number=1'])('refuses the query %s', async (query) => {
		const { status, data } = await get(control(`inbox?${query}`));
		expect([status, data]).toEqual([400, { message: expect.any(String) }]);
	});
});

it('logs the requests to the providers in order', async () => {
	await sms('66123456789');
	await post(`${sandbox.current.baseUrls.cmVoice}/OTP`, '{"broken', { 'Content-Type': 'text/x' });
	const inProcess = sandbox.current.state.requests;
	const { data } = await get(control('requests?clear=1'));
	expect(data).toEqual(JSON.parse(JSON.stringify(inProcess)));
	expect(data).toMatchObject([
		{
			...{ method: 'POST', path: '/ants/otp/requestOTP?x=1' },
			body: JSON.stringify({ otcId, mobile: '66123456789' }),
			headers: { authorization: antsLogin.Authorization },
			at: expect.stringMatching(/^\d{4}-.*Z$/),
		},
		{ path: '/cm/voiceapi/v2/OTP', body: '{"broken', headers: { 'content-type': 'text/x' } },
	]);
	expect((await get(control('requests'))).data).toEqual([]);
});

it('counts logins, requests, acceptances and refusals', async () => {
	await antBuddyLogin(sandbox.current);
	await sms('66123456789');
	await sms('66123456789');
	await sms('66123456789');
	await call('+31612345678');
	await sms('0812345678');
	const { data } = await get(control('counters'));
	expect(data).toEqual(sandbox.current.state.counters);
	expect(data).toEqual({
		logins: { sandbox: 1 },
		accepted: {
			total: 4,
			perRecipient: { '66123456789': 3, '31612345678': 1 },
			recipientsOverOne: 1,
		},
		requests: {
			'POST /antbuddy/rest-api/get-token/': 1,
			'POST /ants/otp/requestOTP': 4,
			'POST /cm/voiceapi/v2/OTP': 1,
		},
		refused: 1,
	});
});

it('accepts documented settings and refuses others', async () => {
	const { status, data } = await post(control('settings'), { antsMaxTries: 1 });
	expect([status, data.antsMaxTries, data.antBuddyPageSize]).toEqual([200, 1, 10]);
	expect(sandbox.current.state.settings).toEqual(data);
	for (const wrong of [
		...[
			{ antsMaxTry: 1 },
			{ antsMaxTries: 0 },
			{ antsErrorHttpStatus: 500 },
			{ callbackDelay: -1 },
		],
		...[{ outcomes: { '66123456789': 'lost' } }, { antBuddyTokenLifetime: '1' }],
	]) {
		const answer = await post(control('settings'), wrong);
		expect([answer.status, answer.data]).toEqual([400, { message: expect.any(String) }]);
		expect(() => sandbox.current.configure(wrong as object)).toThrow(answer.data.message);
	}
	expect((await post(control('settings'), '[')).status).toBe(400);
	expect(sandbox.current.state.settings).toEqual(data);
});

it('adds and removes faults', async () => {
	const fault = { match: { provider: 'ants' }, do: { status: 503 } };
	const { status, data } = await post(control('faults'), fault);
	expect([status, data]).toEqual([201, { faults: 1 }]);
	expect((await sms('66123456789')).status).toBe(503);
	expect((await remove(control('faults'))).data).toEqual({ faults: 0 });
	expect((await sms('66123456789')).status).toBe(200);
});

it('expires tokens', async () => {
	const login = await antBuddyLogin(sandbox.current);
	expect((await post(control('expire-tokens'))).status).toBe(204);
	const list = `${sandbox.current.baseUrls.antBuddy}/voice-otp/`;
	expect((await get(list, login)).status).toBe(401);
});

it('resets everything', async () => {
	const login = await antBuddyLogin(sandbox.current);
	const { data } = await sms('66123456789');
	const [{ code }] = sandbox.current.state.inbox;
	await post(control('settings'), { antsErrorLanguage: 'th', outcomes: { 1: 'failed' } });
	await post(control('faults'), { match: {}, skip: 100, do: { status: 503 } });
	expect((await post(control('reset'), {})).status).toBe(204);
	expect(sandbox.current.state).toMatchObject({
		...{ inbox: [], requests: [], callbacks: [] },
		counters: { logins: {}, accepted: { total: 0, perRecipient: {} }, requests: {}, refused: 0 },
		settings: { antsErrorLanguage: 'en', outcomes: {} },
	});
	const list = `${sandbox.current.baseUrls.antBuddy}/voice-otp/`;
	expect((await get(list, login)).status).toBe(401);
	const verify = `${sandbox.current.baseUrls.ants}/otp/verifyOTP`;
	const answer = await post(verify, { otpId: data.otpId, otpCode: code }, antsLogin);
	expect(answer.data.error.message).toBe('No Data Available OTP');
	expect((await post(control('faults'), { match: {}, do: { latency: 0 } })).data.faults).toBe(1);
});
