import { account, antsLogin } from '../../providers/Ants/sandbox';
import { cmLogin } from '../../providers/VoiceOtpAdvanced/sandbox';
import { startSandbox } from '../server';
import { get, post, sandboxForTests, startReceiver } from './client';

const { otcId } = account;
const sandbox = sandboxForTests({ callbackDelay: 10 });
let receiver: Awaited<ReturnType<typeof startReceiver>>;
beforeEach(async () => {
	receiver = await startReceiver();
});
afterEach(() => receiver.close());

const sms = { otcId, mobile: '66123456789', callbackData: 'order 1' };
const voice = { caller: '+31612345670', code: '0123' };
const sendSms = (more: object = {}) =>
	post(
		`${sandbox.current.baseUrls.ants}/otp/requestOTP`,
		{ ...sms, notifyUrl: receiver.url, ...more },
		antsLogin,
	);
const call = (more: object) =>
	post(
		`${sandbox.current.baseUrls.cmVoice}/OTP`,
		{ ...voice, 'callback-url': receiver.url, ...more },
		cmLogin,
	);
const deliver = (body: object) => post(`${sandbox.current.url}/control/deliver`, body);
const passed = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

it('reports the delivery of a message to notifyUrl, after the delay', async () => {
	sandbox.current.configure({ callbackDelay: 100 });
	const sentAt = Date.now();
	await sendSms();
	const [{ contentType, body }] = await receiver.until(1);
	expect(Date.now() - sentAt).toBeGreaterThanOrEqual(95);
	expect(contentType).toBe('application/json');
	expect(body).toEqual({
		bulkId: expect.any(String),
		details: [
			{
				messageId: expect.any(String),
				to: sms.mobile,
				from: 'ANTS-OTP',
				text: expect.stringMatching(/^Your OTP is \d{5}/),
				credit: 1,
				sendDate: expect.any(String),
				doneDate: expect.any(String),
				status: { code: 3, name: 'DELIVERED', description: 'The message is delivered' },
			},
		],
		callbackData: 'order 1',
	});
	while (sandbox.current.state.callbacks.length === 0) await passed(5);
	expect(sandbox.current.state.callbacks).toMatchObject([{ url: receiver.url, status: 200, body }]);
});

it.each([
	['delivered', 3],
	['undelivered', 2],
	['expired', 4],
	['rejected', 5],
	// An outcome of calls: a message to that number arrives as ever.
	['notAnswered', 3],
] as const)('reports %s as %d', async (outcome, code) => {
	sandbox.current.configure({ outcomes: { [sms.mobile]: outcome } });
	await sendSms({ callbackData: undefined });
	const [{ body }] = await receiver.until(1);
	expect(body).toMatchObject({ details: [{ status: { code } }] });
	expect(body).not.toHaveProperty('callbackData');
	expect(sandbox.current.state.inbox[0].code).toMatch(code === 3 ? /^\d{5}$/ : /^$/);
});

it('reports a resent message to the address of the first one', async () => {
	await sendSms();
	await receiver.until(1);
	await post(`${sandbox.current.baseUrls.ants}/otp/resendOTP`, { otcId }, antsLogin);
	const [first, second] = await receiver.until(2);
	expect(second.body).toMatchObject({ callbackData: 'order 1' });
	expect(second.body.bulkId).not.toBe(first.body.bulkId);
});

it.each([
	['finished', 10, 'Finished'],
	['notAnswered', 9, 'Cancelled'],
	['failed', 11, 'Failed'],
	['rejected', 12, 'Rejected'],
] as const)('calls back when a call is %s: %d', async (outcome, code, description) => {
	sandbox.current.configure({ outcomes: { '31612345678': outcome } });
	const { data } = await call({ callee: '+31612345678', 'instruction-id': 'order 1' });
	const [{ body }] = await receiver.until(1);
	const { 'call-id': callId, 'instruction-id': instructionId, result, ...rest } = body;
	expect([callId, instructionId, rest]).toEqual([data['call-id'], 'order 1', {}]);
	expect(result).toMatchObject({ code, description });
});

it('calls back for each of the callees', async () => {
	const { data } = await call({ callees: ['+31612345671', '+31612345672'] });
	const ids = (await receiver.until(2)).map(({ body }) => body['call-id']);
	expect(ids.sort()).toEqual(data.map((event: Record<string, string>) => event['call-id']).sort());
});

it('delivers at once on request', async () => {
	sandbox.current.configure({ callbackDelay: 300 });
	const { data } = await sendSms();
	const answer = await deliver({ id: data.otpId, outcome: 'expired' });
	expect(answer).toMatchObject({ status: 200, data: { id: data.otpId, status: 200 } });
	expect(receiver.received).toMatchObject([{ body: { details: [{ status: { code: 4 } }] } }]);
	await passed(350);
	expect(receiver.received).toHaveLength(1);
	await deliver({ id: data.otpId });
	expect(receiver.received[1]).toMatchObject({ body: { details: [{ status: { code: 3 } }] } });
});

it('delivers no report without a request for it', async () => {
	const { data } = await sendSms({ notifyUrl: undefined });
	for (const body of [{ id: data.otpId }, { id: 'x' }, {}, { id: 'x', outcome: 'lost' }]) {
		const answer = await deliver(body);
		expect([answer.status, answer.data]).toEqual([400, { message: expect.any(String) }]);
	}
	const wrong = await deliver({ id: (await sendSms()).data.otpId, outcome: 'finished' });
	expect(wrong.status).toBe(400);
	await receiver.until(1);
	expect(receiver.received).toHaveLength(1);
});

it('notes a receiver that refuses or does not answer', async () => {
	const refusing = await startReceiver(409);
	await sendSms({ notifyUrl: refusing.url });
	await refusing.until(1);
	await refusing.close();
	sandbox.current.configure({ callbackDelay: 60_000 });
	await deliver({ id: (await sendSms({ notifyUrl: refusing.url })).data.otpId });
	const { data } = await get(`${sandbox.current.url}/control/callbacks`);
	expect(data).toMatchObject([{ status: 409 }, { error: expect.stringContaining('ECONNREFUSED') }]);
});

it.each(['reset', 'close'] as const)('cancels pending callbacks in %s()', async (end) => {
	const other = await startSandbox({ callbackDelay: 200 });
	const body = { ...sms, notifyUrl: receiver.url };
	await post(`${other.baseUrls.ants}/otp/requestOTP`, body, antsLogin);
	await other[end]();
	await passed(250);
	expect(receiver.received).toEqual([]);
	await other.close();
});
