import { FakeTrigger, NOW } from '../../support/trigger';

const phoneNumber = '0919273027';

async function sent(trigger = new FakeTrigger()) {
	const { challenge } = (await trigger.ask({ phoneNumber })).json;
	return { trigger, challenge: challenge as string };
}

afterEach(() => jest.restoreAllMocks());

describe('a challenge', () => {
	it.each([
		['of another trigger', {}],
		['of another workflow', { workflowId: 'another' }],
		['of the editor', { mode: 'manual' as const }],
		['of another credential', { credentials: { antBuddyApi: { password: 'another' } } }],
	])('%s is not taken', async (title, more) => {
		const { trigger, challenge } = await sent();
		const id = title === 'of another trigger' ? undefined : trigger.id;
		const other = Object.assign(new FakeTrigger(trigger.parameters, id), more);
		const answer = await other.ask({ challenge, code: trigger.code });
		expect([answer.status, answer.json, answer.outputs]).toEqual([
			...[400, { verified: false, reason: 'malformed', attemptsLeft: 0 }, undefined],
		]);
		expect((await trigger.ask({ challenge, code: trigger.code })).json.verified).toBe(true);
	});

	it('that was altered shows a person a page from which to start again', async () => {
		const { trigger, challenge } = await sent();
		const form = { action: 'check', challenge: `${challenge}A`, code: trigger.code };
		const { status, text, notice } = await trigger.submit(form);
		expect([status, text.includes('value="restart"'), notice === '']).toEqual([400, true, false]);
	});
});

describe('a code', () => {
	it.each(['', ' ', '---', 'x'.repeat(65)])('that is none costs no attempt: %j', async (code) => {
		const { trigger, challenge } = await sent();
		const answer = await trigger.ask({ challenge, code });
		expect([answer.status, answer.json]).toEqual([
			...[400, { verified: false, reason: 'malformed', attemptsLeft: 0 }],
		]);
		const page = await trigger.submit({ action: 'check', challenge, code });
		expect([page.status, page.text.includes('name="code"'), page.notice === '']).toEqual([
			...[200, true, false],
		]);
		const { json } = await trigger.ask({ challenge, code: trigger.wrongCode });
		expect(json.attemptsLeft).toBe(2);
	});

	it('may have 64 characters', async () => {
		const { trigger, challenge } = await sent();
		const { json } = await trigger.ask({ challenge, code: 'x'.repeat(64) });
		expect(json.reason).toBe('mismatch');
		const code = trigger.code.padEnd(64, '-');
		expect((await trigger.ask({ challenge, code })).json.verified).toBe(true);
	});
});

describe('a form that is sent twice', () => {
	it('costs one attempt, and is answered the same', async () => {
		const { trigger, challenge } = await sent();
		const body = { challenge, code: trigger.wrongCode, request: 'a' };
		const answers = [await trigger.ask(body), await trigger.ask(body)];
		expect(answers.map(({ json }) => json.attemptsLeft)).toEqual([2, 2]);
		expect((await trigger.ask({ ...body, request: 'b' })).json.attemptsLeft).toBe(1);
	});

	it('shows twice that it is done, and starts the workflow once', async () => {
		const { trigger, challenge } = await sent();
		const body = { challenge, code: trigger.code, request: 'a' };
		const [first, second] = [await trigger.ask(body), await trigger.ask(body)];
		expect([first.json, first.outputs?.length]).toEqual([second.json, 1]);
		expect([second.json.verified, second.outputs]).toEqual([true, undefined]);
		trigger.now = NOW + 299_999;
		await trigger.ask({ phoneNumber: '0919273028' });
		expect((await trigger.ask(body)).json.verified).toBe(true);
		trigger.now = NOW + 300_000;
		await trigger.ask({ phoneNumber: '0919273029' });
		expect((await trigger.ask(body)).json).toMatchObject({ verified: false, reason: 'expired' });
	});

	it('is another one with another code or challenge, or without an ID', async () => {
		const { trigger, challenge } = await sent();
		const body = { challenge, code: trigger.wrongCode, request: 'a' };
		await trigger.ask(body);
		expect((await trigger.ask({ ...body, code: '1' })).json.attemptsLeft).toBe(1);
		const { trigger: other, challenge: theirs } = await sent();
		for (const attemptsLeft of [2, 1])
			expect((await other.ask({ challenge: theirs, code: '1' })).json).toMatchObject({
				attemptsLeft,
			});
	});

	it('does not fill the memory once attempts do not count any more', async () => {
		const { trigger, challenge } = await sent();
		for (const code of ['1', '2', '3', '4']) await trigger.ask({ challenge, code, request: 'a' });
		trigger.options = { maxAttempts: 9 };
		const again = await trigger.ask({ challenge, code: '4', request: 'a' });
		expect(again.json).toEqual({ verified: false, reason: 'mismatch', attemptsLeft: 5 });
	});
});

it('tells a person whose tries are used up once the code has expired, too', async () => {
	const { trigger, challenge } = await sent();
	trigger.options = { maxAttempts: 1 };
	const form = { action: 'check', challenge, code: trigger.wrongCode };
	const used = await trigger.submit(form);
	trigger.now = NOW + 300_000;
	expect((await trigger.submit(form)).notice).not.toBe(used.notice);
});

it('counts attempts over a restart', async () => {
	const { trigger, challenge } = await sent();
	await trigger.ask({ challenge, code: trigger.wrongCode });
	const { staticData } = trigger;
	const kept = JSON.parse(String(staticData.verification)) as { trials: unknown[] };
	expect(kept.trials).toEqual([[expect.any(String), NOW + 300_000, 1, 0, 0, 0]]);
});
