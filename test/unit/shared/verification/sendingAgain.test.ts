import { bodyOf, json } from '../../support/execution';
import type { Respond } from '../../support/execution';
import { FakeTrigger, NOW, yes } from '../../support/trigger';

const BY_CALL = { provider: 'antBuddy' };
const BOTH = {
	...{ provider: 'cmVoice', caller: '+31201234567' },
	...{ fallbackProvider: 'ants', otcId: 'an OTC ID' },
};
const THAI = '+66812345678';
const refuses: Respond = () => json({ error: 'No credit' }, 400);
const askedOf = ({ sent }: FakeTrigger) => sent.map(({ credentialType }) => credentialType);

/** A trigger without a cool-down, and the challenge that it gave for this number. */
async function challengeOf(parameters: typeof BY_CALL, phoneNumber: string) {
	const trigger = new FakeTrigger(parameters);
	trigger.options = { coolDown: 0 };
	const { json: answer } = await trigger.ask({ phoneNumber, reference: 'order 7' });
	return { trigger, challenge: answer.challenge as string };
}

afterEach(() => jest.restoreAllMocks());

describe('resend', () => {
	it('sends another code to the number of the challenge, and never to another', async () => {
		const { trigger, challenge } = await challengeOf(BY_CALL, '0919273027');
		const body = { challenge, resend: true, phoneNumber: '0919273028', reference: 'order 8' };
		const again = await trigger.ask(body);
		expect(again.status).toBe(200);
		expect(bodyOf(trigger.sent[1])).toMatchObject({ alarm_phonenumber: '0919273027' });
		const { outputs } = await trigger.ask({ challenge: again.json.challenge, code: trigger.code });
		expect(outputs).toMatchObject([[{ phoneNumber: '+84919273027', reference: 'order 7' }]]);
	});

	it('leaves the first code valid, which may still arrive', async () => {
		const { trigger, challenge } = await challengeOf(BY_CALL, '0919273027');
		const { code } = trigger;
		await trigger.ask({ challenge, resend: true });
		expect((await trigger.ask({ challenge, code })).json.verified).toBe(true);
	});

	it('works with a code that has expired', async () => {
		const { trigger, challenge } = await challengeOf(BY_CALL, '0919273027');
		trigger.now = NOW + 1_000_000;
		expect((await trigger.ask({ challenge, resend: true })).status).toBe(200);
	});

	it('sends one code for the same form', async () => {
		const { trigger, challenge } = await challengeOf(BY_CALL, '0919273027');
		const form = { action: 'resend', challenge, request: 'a' };
		for (let n = 0; n < 3; n++) await trigger.submit(form);
		expect(trigger.sent).toHaveLength(2);
		await trigger.submit({ ...form, request: 'b' });
		expect(trigger.sent).toHaveLength(3);
	});

	it('tells the form of the challenge from that of another, and from another button', async () => {
		const { trigger, challenge } = await challengeOf(BOTH, THAI);
		const form = { action: 'resend', challenge, request: 'a' };
		const { text } = await trigger.submit(form);
		const other = /name="challenge" value="([^"]*)"/.exec(text)![1];
		await trigger.submit({ ...form, challenge: other });
		await trigger.submit({ ...form, action: 'other' });
		expect(trigger.sent).toHaveLength(4);
	});

	it.each([true, false])('goes by the limits, and shows the code’s page on: %s', async (isForm) => {
		const { trigger, challenge } = await challengeOf(BY_CALL, '0919273027');
		trigger.options = { coolDown: 60 };
		const { status, text } = isForm
			? await trigger.submit({ action: 'resend', challenge })
			: await trigger.ask({ challenge, resend: true });
		expect([status, trigger.sent.length]).toEqual([429, 1]);
		if (isForm) expect(text).toContain(`name="challenge" value="${challenge}"`);
	});

	it('shows the code’s page on where the provider refuses', async () => {
		const { trigger, challenge } = await challengeOf(BY_CALL, '0919273027');
		trigger.respond = refuses;
		const { status, text } = await trigger.submit({ action: 'resend', challenge });
		expect(status).toBe(503);
		expect(text).toContain(`name="challenge" value="${challenge}"`);
	});

	it('refuses a number that the credential may not reach any more', async () => {
		const { trigger, challenge } = await challengeOf(BY_CALL, '0919273027');
		trigger.credentials = { antBuddyApi: { allowedCountries: ['TH'] } };
		const answer = await trigger.ask({ challenge, resend: true });
		expect([answer.status, answer.json]).toEqual([422, { reason: 'invalidNumber' }]);
		const page = await trigger.submit({ action: 'resend', challenge });
		expect([page.status, page.text.includes(challenge), page.notice === '']).toEqual([
			...[422, true, false],
		]);
		expect(trigger.sent).toHaveLength(1);
	});

	it.each(['', '2.x', 'text'])('refuses a challenge that is not its own: %j', async (challenge) => {
		const trigger = new FakeTrigger();
		for (const how of [{ resend: true }, { other: true }]) {
			const answer = await trigger.ask({ challenge, ...how });
			expect([answer.status, answer.json]).toEqual([400, { reason: 'malformed' }]);
		}
		expect(trigger.sent).toEqual([]);
	});
});

describe('the other way', () => {
	it('asks the other provider first, and resend the same one', async () => {
		const { trigger, challenge } = await challengeOf(BOTH, THAI);
		const { json: other } = await trigger.ask({ challenge, other: true });
		await trigger.ask({ challenge: other.challenge, resend: true });
		await trigger.ask({ challenge: other.challenge, other: true });
		expect(askedOf(trigger)).toEqual(['cmVoiceApi', 'antsApi', 'antsApi', 'cmVoiceApi']);
	});

	it('falls back on the first where the other refuses', async () => {
		const { trigger, challenge } = await challengeOf(BOTH, THAI);
		trigger.respond = async (request, nth) =>
			await (request.credentialType === 'antsApi' ? refuses : yes)(request, nth);
		expect((await trigger.ask({ challenge, other: true })).status).toBe(200);
		expect(askedOf(trigger).slice(1)).toEqual(['antsApi', 'cmVoiceApi']);
	});

	it('is offered to a person by the channel of the other provider', async () => {
		const offered = async (parameters: typeof BY_CALL, phoneNumber: string) => {
			const { text } = await new FakeTrigger(parameters).submit({ phoneNumber });
			return text.includes('value="other"');
		};
		expect(await offered(BOTH, THAI)).toBe(true);
		expect(await offered(BY_CALL, '0919273027')).toBe(false);
		const calls = { ...BOTH, fallbackProvider: 'antBuddy' };
		expect(await offered(calls, '+84919273027')).toBe(false);
	});
});
