import { post, sandboxForTests } from '../../../sandbox/tests/client';
import { account, antsLogin } from '../sandbox';

const { otcId } = account;
const sandbox = sandboxForTests();
const mobile = '66123456789';
const call = async (path: string, body: object) =>
	(await post(`${sandbox.current.baseUrls.ants}/otp/${path}`, body, antsLogin)).data;
const verify = (otpId: string, otpCode: string) => call('verifyOTP', { otpId, otpCode });
const error = (message: string) => ({ error: { message, description: '' } });

/** Requests a code and reads it from the phone. */
async function request(to = mobile): Promise<{ otpId: string; code: string; wrong: string }> {
	const { otpId } = await call('requestOTP', { otcId, mobile: to });
	const { code } = sandbox.current.state.inbox[0];
	return { otpId, code, wrong: code === '00000' ? '00001' : '00000' };
}

it('confirms the right code once, with the documented key', async () => {
	const { otpId, code } = await request();
	const right = { otpId, result: true, ' isErrorCount': false, isExprCode: false };
	expect(await verify(otpId, code)).toEqual(right);
	expect(await verify(otpId, code)).toEqual(error('OTP Code Confirmed'));
});

it('counts wrong codes, and refuses the right code after too many', async () => {
	const { otpId, code, wrong } = await request();
	for (let i = 0; i < 3; i++) {
		const answer = { otpId, result: false, ' isErrorCount': true, isExprCode: false };
		expect(await verify(otpId, wrong)).toEqual(answer);
	}
	expect(await verify(otpId, code)).toEqual(error('Over Limit Usage'));
});

it('accepts the right code after a wrong one, and allows as many tries as configured', async () => {
	sandbox.current.configure({ antsMaxTries: 2 });
	const { otpId, code, wrong } = await request();
	expect(await verify(otpId, wrong)).toMatchObject({ result: false });
	expect(await verify(otpId, code)).toMatchObject({ result: true });
	const second = await request();
	await verify(second.otpId, second.wrong);
	await verify(second.otpId, second.wrong);
	expect(await verify(second.otpId, second.code)).toEqual(error('Over Limit Usage'));
});

it('refuses an expired code', async () => {
	sandbox.current.configure({ antsCodeLifetime: 0 });
	const { otpId, code } = await request();
	expect(await verify(otpId, code)).toEqual(error('OTP Code Expired'));
});

it('refuses another OTP, and the code of another OTP', async () => {
	expect(await verify('0c342e74-a9c7-4bbd-8da4-b36a49bbc0d6', '79895')).toEqual(
		error('No Data Available OTP'),
	);
	const first = await request();
	const second = await request('66123456780');
	if (first.code !== second.code) {
		expect(await verify(first.otpId, second.code)).toMatchObject({ result: false });
	}
	expect(await verify(second.otpId, second.code)).toMatchObject({ result: true });
});

it.each([
	[{ otpId: 'x' }, 'otpCode is required'],
	[{ otpCode: '1' }, 'otpId is required'],
	[{ otpId: 'x', otpCode: 12345 }, 'otpCode must be a string'],
	[{ otpId: 'x', otpCode: '1', mobile }, 'mobile is not a known field'],
	[{ otpId: 'x', otpCode: '1', callbackData: 1 }, 'callbackData must be a string'],
])('refuses to verify %j', async (body, description) => {
	expect(await call('verifyOTP', body)).toEqual({ error: { message: 'Bad Request', description } });
});

it('accepts the documented callback fields when verifying', async () => {
	const { otpId, code } = await request();
	const notify = { notifyUrl: 'https://testSendOTP', notifyContentType: 'application/json' };
	const body = { otpId, otpCode: code, ...notify, callbackData: 'OTP Data' };
	expect(await call('verifyOTP', body)).toMatchObject({ result: true });
});

describe('POST /otp/resendOTP', () => {
	it.each(['otcId', 'otpId'])('sends a new code by %s, and refuses the old one', async (by) => {
		const old = await request();
		const answer = await call('resendOTP', by === 'otcId' ? { otcId } : { otpId: old.otpId });
		expect(answer).toMatchObject({ otcId, success: { message: 'success' } });
		expect(answer.otpId).not.toBe(old.otpId);
		const [sms] = sandbox.current.state.inbox;
		expect(sms).toMatchObject({ id: answer.otpId, to: mobile });
		expect(await verify(old.otpId, old.code)).toEqual(error('No Data Available OTP'));
		expect(await verify(answer.otpId, sms.code)).toMatchObject({ result: true });
		expect(sandbox.current.state.counters.accepted).toMatchObject({
			total: 2,
			recipientsOverOne: 1,
		});
	});

	it('resends the newest OTP of an otcId', async () => {
		await request('66123456780');
		await request('66123456781');
		await call('resendOTP', { otcId });
		expect(sandbox.current.state.inbox[0].to).toBe('66123456781');
	});

	it('allows new tries', async () => {
		sandbox.current.configure({ antsMaxTries: 1 });
		const { otpId, wrong } = await request();
		await verify(otpId, wrong);
		const answer = await call('resendOTP', { otpId });
		const [{ code }] = sandbox.current.state.inbox;
		expect(await verify(answer.otpId, code)).toMatchObject({ result: true });
	});

	it('refuses to resend an unknown or confirmed OTP, and invalid bodies', async () => {
		expect(await call('resendOTP', { otcId })).toEqual(error('No Data Available OTP'));
		expect(await call('resendOTP', { otpId: 'x' })).toEqual(error('No Data Available OTP'));
		expect(await call('resendOTP', { otcId: 'x' })).toEqual(error('Invalid OTP Config'));
		const { otpId, code } = await request();
		await verify(otpId, code);
		expect(await call('resendOTP', { otpId })).toEqual(error('OTP Code Confirmed'));
		for (const body of [{}, { otcId, otpId }, { otcId, mobile }]) {
			expect((await call('resendOTP', body)).error.message).toBe('Bad Request');
		}
		expect(sandbox.current.state.counters.accepted.total).toBe(1);
	});
});
