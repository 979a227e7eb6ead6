import { antBuddyLogin } from '../../providers/AntBuddy/sandbox/login';
import { account, antsLogin } from '../../providers/Ants/sandbox';
import { cmLogin } from '../../providers/VoiceOtpAdvanced/sandbox';
import type { Fault } from '../server';
import { get, post, sandboxForTests } from './client';

const { otcId } = account;
const sandbox = sandboxForTests();
const balance = (body: object = {}) =>
	post(`${sandbox.current.baseUrls.ants}/account/balance`, body, antsLogin);
const sms = (mobile: string) =>
	post(`${sandbox.current.baseUrls.ants}/otp/requestOTP`, { otcId, mobile }, antsLogin);
const call = (to: object) =>
	post(
		`${sandbox.current.baseUrls.cmVoice}/OTP`,
		{ caller: '+31612345670', code: '1', ...to },
		cmLogin,
	);
const unavailable = { status: 503 };
const add = (fault: Partial<Fault>) =>
	sandbox.current.addFault({ match: {}, do: unavailable, ...fault });
const statuses = async (count: number) => {
	const found: number[] = [];
	for (let i = 0; i < count; i++) found.push((await balance()).status);
	return found;
};

it('strikes a given number of times, after a given number of requests', async () => {
	add({ skip: 2, times: 1 });
	expect(await statuses(4)).toEqual([200, 200, 503, 200]);
	expect(sandbox.current.state.counters.refused).toBe(1);
});

it('strikes without end if no number is given', async () => {
	add({});
	expect(await statuses(4)).toEqual([503, 503, 503, 503]);
});

it('counts simultaneous requests one by one', async () => {
	add({ skip: 5, times: 10 });
	const answers = await Promise.all(Array.from({ length: 40 }, () => balance()));
	expect(answers.filter(({ status }) => status === 503)).toHaveLength(10);
	expect(sandbox.current.state.counters.refused).toBe(10);
});

it('strikes a share of the requests, the same requests for the same seed', async () => {
	const pattern = async (fault: Partial<Fault>) => {
		sandbox.current.reset();
		add(fault);
		return (await statuses(60)).join();
	};
	const first = await pattern({ rate: 0.3, seed: 7 });
	const struck = first.split('503').length - 1;
	expect(struck).toBeGreaterThan(8);
	expect(struck).toBeLessThan(30);
	expect(await pattern({ rate: 0.3, seed: 7 })).toBe(first);
	expect(await pattern({ rate: 0.3, seed: 8 })).not.toBe(first);
	expect(await pattern({ rate: 0 })).not.toContain('503');
	expect(await pattern({ rate: 1 })).not.toContain('200');
});

it('strikes only what exceeds a number of requests in one second', async () => {
	const now = jest.spyOn(Date, 'now').mockReturnValue(1000);
	add({ beyondPerSecond: 2 });
	const inOneSecond = async () => {
		const found = await statuses(4);
		now.mockReturnValue(Date.now() + 999);
		return found;
	};
	expect(await inOneSecond()).toEqual([200, 200, 503, 503]);
	expect(await statuses(1)).toEqual([503]);
	now.mockReturnValue(2000);
	expect(await inOneSecond()).toEqual([200, 200, 503, 503]);
	now.mockRestore();
});

it('strikes only requests that it matches', async () => {
	add({ match: { provider: 'ants', method: 'POST', path: '/requestOTP', recipient: '6789' } });
	expect((await sms('66123456789')).status).toBe(503);
	expect((await sms('66123456780')).status).toBe(200);
	expect((await balance({ mobile: '66123456789' })).status).toBe(200);
	expect((await call({ callee: '+31612346789' })).status).toBe(200);
	expect((await get(`${sandbox.current.url}/ants/otp/requestOTP`, antsLogin)).status).toBe(200);
});

it('finds the recipient wherever a provider puts it', async () => {
	const phone = { alarm_phonenumber: '0912346789' };
	const login = await antBuddyLogin(sandbox.current);
	const { data } = await sms('66123456789');
	add({ match: { recipient: '6789' } });
	const { baseUrls } = sandbox.current;
	const answers = [
		await post(`${baseUrls.antBuddy}/voice-otp/`, phone, login),
		await call({ callee: '+31612346789' }),
		await call({ callees: ['+31612345678', '+31612346789'] }),
		await post(`${baseUrls.ants}/otp/verifyOTP`, { otpId: data.otpId, otpCode: '1' }, antsLogin),
		await post(`${baseUrls.ants}/otp/resendOTP`, { otcId }, antsLogin),
	];
	expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(503));
	const others = [
		await call({ callee: '+31612345678' }),
		await post(`${baseUrls.cmVoice}/OTP`, 'null', cmLogin),
		await post(`${baseUrls.cmVoice}/OTP`, '{"callee": {"x": "+31612346789"}}', cmLogin),
	];
	expect(others.map(({ status }) => status)).toEqual([200, 400, 400]);
});

it('lets the next fault strike later requests', async () => {
	add({ times: 1, do: { status: 500 } });
	add({ times: 1, do: { status: 502 } });
	expect(await statuses(3)).toEqual([500, 502, 200]);
});

it('does not strike the control API', async () => {
	add({});
	expect((await get(`${sandbox.current.url}/control/counters`)).status).toBe(200);
	expect((await get(`${sandbox.current.url}/`)).status).toBe(200);
});

it.each([
	[{}, 'match is required; do is required'],
	[{ match: {}, do: {} }, /^do must have one of html, status, latency/],
	[{ match: {}, do: { latency: '5' } }, /latency must be a number/],
	[{ match: {}, do: { latency: 5, status: 500 } }, /^do must be right throughout: latency is not/],
	[{ match: {}, do: { status: 99 } }, /status must be at least 200/],
	[{ match: {}, do: { reset: 'sometimes' } }, /reset must be one of/],
	[{ match: {}, do: { providerStatus: '1234' } }, /providerStatus must be one of/],
	[{ match: {}, do: { raw: 'not base64!' } }, /raw must be base64/],
	[{ match: { provider: 'other' }, do: unavailable }, /^match .* provider must be one of antBuddy/],
	[{ match: { recipient: '+31' }, do: unavailable }, /recipient must be digits/],
	[{ match: {}, do: unavailable, rate: 2 }, 'rate must be at least 0 and at most 1'],
	[{ match: {}, do: unavailable, time: 1 }, 'time is not a known field'],
])('refuses %j', async (fault, reason) => {
	expect(() => sandbox.current.addFault(fault as unknown as Fault)).toThrow(reason);
	const { status, data } = await post(`${sandbox.current.url}/control/faults`, fault);
	expect([status, data]).toEqual([400, { message: expect.any(String) }]);
	expect(await statuses(1)).toEqual([200]);
});
