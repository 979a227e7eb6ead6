import { FakeTrigger, NOW } from '../../support/trigger';

const phoneNumber = '0919273027';
const E164 = '+84919273027';

/** A trigger that sent a code, and the challenge for it. */
async function sent(options = {}, parameters = {}) {
	const trigger = new FakeTrigger({ provider: 'antBuddy', notVerifiedOutput: true, ...parameters });
	trigger.options = options;
	const { challenge } = (await trigger.ask({ phoneNumber, reference: 'order 7' })).json;
	return { trigger, challenge: challenge as string };
}

const ABOUT = { phoneNumber: E164, reference: 'order 7', channel: 'call' };

afterEach(() => jest.restoreAllMocks());

describe('the right code', () => {
	it('starts the workflow with the number, in how many attempts, and for whom', async () => {
		const { trigger, challenge } = await sent();
		await trigger.ask({ challenge, code: trigger.wrongCode });
		const before = Date.now();
		const answer = await trigger.ask({ challenge, code: trigger.code });
		expect([before, answer.status]).toEqual([NOW, 200]);
		expect(answer.json).toEqual({ verified: true, reason: 'match', attemptsLeft: 1 });
		const verifiedAt = expect.stringMatching(/^\d{4}-.*Z$/) as string;
		expect(answer.outputs).toEqual([
			[{ ...ABOUT, verified: true, reason: 'match', attempts: 2, verifiedAt }],
		]);
	});

	it('is read as people type it', async () => {
		const { trigger, challenge } = await sent();
		const code = trigger.code.replace(/(...)/, ' $1-');
		expect((await trigger.ask({ challenge, code })).json.verified).toBe(true);
	});

	it('counts once: whoever comes later or at the same time is told so', async () => {
		const { trigger, challenge } = await sent();
		const code = trigger.code;
		const ask = async () => await trigger.ask({ challenge, code });
		const answers = await Promise.all([ask(), ask(), ask()]);
		expect(answers.map(({ json }) => json.reason)).toEqual([
			...['match', 'alreadyVerified', 'alreadyVerified'],
		]);
		expect(answers.filter(({ outputs }) => outputs)).toHaveLength(1);
		expect((await ask()).json).toMatchObject({ verified: false, reason: 'alreadyVerified' });
	});

	it('at the last attempt is not told as used up afterwards', async () => {
		const { trigger, challenge } = await sent({ maxAttempts: 1 });
		const code = trigger.code;
		expect((await trigger.ask({ challenge, code })).json).toMatchObject({ attemptsLeft: 0 });
		const later = await trigger.ask({ challenge, code });
		expect([later.json.reason, later.outputs]).toEqual(['alreadyVerified', undefined]);
		const page = await trigger.submit({ action: 'check', challenge, code });
		expect(page.text).toContain('already been verified');
	});

	it('shows a person that it is done, and afterwards that it was', async () => {
		const { trigger, challenge } = await sent({}, { doneText: 'Thank you' });
		const form = { action: 'check', challenge, code: trigger.code };
		const done = await trigger.submit(form);
		expect([done.status, done.text.includes('Thank you'), done.notice]).toEqual([200, true, '']);
		const later = await trigger.submit(form);
		expect([later.outputs, later.text.includes('name="code"')]).toEqual([undefined, false]);
		expect(later.text).toContain('already been verified');
	});
});

describe('a wrong code', () => {
	it('costs an attempt, and the last one tells the workflow once', async () => {
		const { trigger, challenge } = await sent({ maxAttempts: 2 });
		const ask = async () => await trigger.ask({ challenge, code: trigger.wrongCode });
		const [first, last, late] = [await ask(), await ask(), await ask()];
		expect([first, last, late].map(({ json }) => json)).toEqual([
			{ verified: false, reason: 'mismatch', attemptsLeft: 1 },
			{ verified: false, reason: 'mismatch', attemptsLeft: 0 },
			{ verified: false, reason: 'tooManyAttempts', attemptsLeft: 0 },
		]);
		const told = { verified: false, reason: 'tooManyAttempts', attempts: 2, verifiedAt: null };
		expect([first.outputs, last.outputs, late.outputs]).toEqual([
			...[undefined, [[], [{ ...ABOUT, ...told }]], undefined],
		]);
	});

	it('leaves no attempt for the right one after the last', async () => {
		const { trigger, challenge } = await sent({ maxAttempts: 1 });
		await trigger.ask({ challenge, code: trigger.wrongCode });
		const { json, outputs } = await trigger.ask({ challenge, code: trigger.code });
		expect([json.reason, outputs]).toEqual(['tooManyAttempts', undefined]);
	});

	it('has as many attempts as Max Attempts says, also of those at once', async () => {
		const { trigger, challenge } = await sent({ maxAttempts: 3 });
		const codes = Array.from({ length: 20 }, (_, n) => `00000${n}`);
		const asked = codes.map(async (code) => await trigger.ask({ challenge, code }));
		const reasons = (await Promise.all(asked)).map(({ json }) => json.reason);
		expect(reasons.filter((reason) => reason !== 'tooManyAttempts')).toHaveLength(3);
	});

	it('shows a person how many tries are left, and in the end that none is', async () => {
		const { trigger, challenge } = await sent({ maxAttempts: 2 });
		const submit = async (code: string) =>
			await trigger.submit({ action: 'check', challenge, code });
		const [first, last] = [await submit(trigger.wrongCode), await submit(trigger.wrongCode)];
		expect(first.notice).toMatch(/\b1\b|one/i);
		expect(first.text).toContain(`name="challenge" value="${challenge}"`);
		expect((await submit(trigger.code)).notice).toBe(last.notice);
		expect(last.notice).not.toBe(first.notice);
		expect([last.status, last.notice === '']).toEqual([200, false]);
	});

	it('does not lift the limit where Max Attempts is lowered meanwhile', async () => {
		const { trigger, challenge } = await sent({ maxAttempts: 5 });
		for (let n = 0; n < 3; n++) await trigger.ask({ challenge, code: trigger.wrongCode });
		trigger.options = { maxAttempts: 2 };
		const { json } = await trigger.ask({ challenge, code: trigger.code });
		expect(json).toEqual({ verified: false, reason: 'tooManyAttempts', attemptsLeft: 0 });
	});
});

describe('a code that has expired', () => {
	it('is refused from the millisecond on, without an attempt', async () => {
		const { trigger, challenge } = await sent();
		trigger.now = NOW + 299_999;
		expect((await trigger.ask({ challenge, code: trigger.wrongCode })).json.reason).toBe(
			'mismatch',
		);
		trigger.now = NOW + 300_000;
		const { json, outputs } = await trigger.ask({ challenge, code: trigger.code });
		expect(json).toMatchObject({ verified: false, reason: 'expired' });
		expect(outputs).toBeUndefined();
	});

	it('lets a person ask for another on the same page', async () => {
		const { trigger, challenge } = await sent();
		trigger.now = NOW + 300_000;
		const { text } = await trigger.submit({ action: 'check', challenge, code: trigger.code });
		expect(text).toContain('value="resend"');
	});
});
