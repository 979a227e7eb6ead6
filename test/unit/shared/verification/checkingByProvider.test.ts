import { bodyOf, json } from '../../support/execution';
import type { Respond } from '../../support/execution';
import { FakeTrigger, yes } from '../../support/trigger';

const phoneNumber = '081 234 5678';
const ANTS = { provider: 'ants', otcId: 'an OTC ID', notVerifiedOutput: true };
const code = '79895';

/** What ANTS says of a code. */
const says =
	(verdict: object): Respond =>
	() =>
		json({ result: false, isErrorCount: false, isExprCode: false, ...verdict });
const RIGHT = says({ result: true });
const WRONG = says({});
const saysNothing: Respond = () => {
	throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
};

/** A trigger that had ANTS text a code, and the challenge for it. */
async function sent(parameters = ANTS) {
	const trigger = new FakeTrigger(parameters);
	const { challenge } = (await trigger.ask({ phoneNumber })).json;
	const check = async (respond: Respond) => {
		trigger.respond = respond;
		return await trigger.ask({ challenge: challenge as string, code });
	};
	return { trigger, challenge: challenge as string, check };
}

afterEach(() => jest.restoreAllMocks());

it('asks ANTS about the code that it sent, as the digits that were typed', async () => {
	const { trigger, challenge } = await sent();
	trigger.respond = RIGHT;
	const { json: answer, outputs } = await trigger.ask({ challenge, code: ' 798-95 ' });
	expect(answer).toEqual({ verified: true, reason: 'match', attemptsLeft: 2 });
	expect(outputs).toMatchObject([[{ phoneNumber: '+66812345678', channel: 'text' }]]);
	expect(bodyOf(trigger.sent[1])).toEqual({ otpId: 'otp-0', otpCode: code });
	expect(trigger.sent[1].options.url).toMatch(/verifyOTP$/);
});

it('accepts a code once, also where ANTS would twice', async () => {
	const { trigger, challenge, check } = await sent();
	trigger.respond = RIGHT;
	const ask = async () => await trigger.ask({ challenge, code });
	const answers = await Promise.all([ask(), ask()]);
	expect(answers.map((answer) => answer.json.reason)).toEqual(['match', 'alreadyVerified']);
	const before = trigger.sent.length;
	expect((await check(RIGHT)).json.reason).toBe('alreadyVerified');
	expect(trigger.sent).toHaveLength(before);
});

it('counts a wrong code, and asks ANTS no more than Max Attempts says', async () => {
	const { trigger, check } = await sent();
	const answers = [];
	for (let n = 0; n < 4; n++) answers.push(await check(WRONG));
	expect(answers.map((answer) => [answer.json.reason, answer.json.attemptsLeft])).toEqual([
		...[
			['mismatch', 2],
			['mismatch', 1],
			['mismatch', 0],
			['tooManyAttempts', 0],
		],
	]);
	expect(trigger.sent).toHaveLength(4);
});

it('says that a code has expired which ANTS does not know any more', async () => {
	const { check } = await sent();
	const { json: expired, outputs } = await check(says({ isExprCode: true }));
	expect(expired).toMatchObject({ verified: false, reason: 'expired' });
	expect(outputs).toBeUndefined();
});

/** A status that ANTS answers with instead of a verdict. */
const status = (number: string) => () => json({ error: { code: number, message: 'Refused' } });

it.each([
	['0303', 'expired'],
	['0305', 'expired'],
	['0304', 'tooManyAttempts'],
	['0306', 'alreadyVerified'],
])('takes the status %s of ANTS for %s', async (number, reason) => {
	const { check } = await sent();
	expect((await check(status(number))).json.reason).toBe(reason);
});

it('leaves no attempt where ANTS allows none, and tells the workflow once', async () => {
	const { check } = await sent();
	const [first, second] = [await check(status('0304')), await check(status('0304'))];
	expect(first.json.attemptsLeft).toBe(0);
	expect(first.outputs).toMatchObject([[], [{ reason: 'tooManyAttempts', attempts: 1 }]]);
	expect(second.outputs).toBeUndefined();
});

describe('where ANTS could not be asked', () => {
	const unavailable = [503, { reason: 'unavailable' }, undefined];
	const seen = ({
		status: number,
		json: answer,
		outputs,
	}: Awaited<ReturnType<FakeTrigger['ask']>>) => [...[number, answer, outputs]];

	it('gives the attempt back, and lets the same form be sent again', async () => {
		const { trigger, challenge, check } = await sent();
		for (let n = 0; n < 5; n++)
			expect(seen(await check(() => json({ message: 'No' }, 401)))).toEqual(unavailable);
		expect((await check(WRONG)).json.attemptsLeft).toBe(2);
		const form = { challenge, code, request: 'a' };
		trigger.respond = () => json({ message: 'No' }, 401);
		expect(seen(await trigger.ask(form))).toEqual(unavailable);
		trigger.respond = RIGHT;
		expect((await trigger.ask(form)).json.verified).toBe(true);
	});

	it('counts the attempt where ANTS may have compared the code', async () => {
		const { check } = await sent();
		expect(seen(await check(saysNothing))).toEqual(unavailable);
		expect((await check(WRONG)).json.attemptsLeft).toBe(1);
	});

	it('shows a person the page to try again, without what ANTS said', async () => {
		const { trigger, challenge } = await sent();
		trigger.respond = () => json({ message: 'Secret words' }, 401);
		const page = await trigger.submit({ action: 'check', challenge, code });
		expect([page.status, page.text.includes(`value="${challenge}"`)]).toEqual([503, true]);
		expect(page.text).not.toContain('Secret words');
		expect(page.notice).not.toBe('');
	});
});

it('asks ANTS about the codes that it sent where another provider comes first', async () => {
	const calls = { provider: 'cmVoice', caller: '+31201234567', fallbackProvider: 'ants' };
	const trigger = new FakeTrigger({ ...ANTS, ...calls });
	trigger.respond = (request, nth) =>
		request.credentialType === 'antsApi' ? yes(request, nth) : json({ message: 'No' }, 400);
	const { challenge } = (await trigger.ask({ phoneNumber: '+66812345678' })).json;
	trigger.respond = RIGHT;
	const { outputs } = await trigger.ask({ challenge, code });
	expect(outputs).toMatchObject([[{ verified: true, channel: 'text' }]]);
});
