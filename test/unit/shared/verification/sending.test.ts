import { bodyOf, json } from '../../support/execution';
import type { Respond } from '../../support/execution';
import { FakeTrigger, NOW, yes } from '../../support/trigger';

const phoneNumber = '0919 273 027';
const E164 = '+84919273027';
const refuses: Respond = () => json({ error: 'No credit' }, 400);
const saysNothing: Respond = () => {
	throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
};
const FALLBACK = { provider: 'cmVoice', caller: '+31201234567', fallbackProvider: 'antBuddy' };

/** Refuses for CM.com, whom these triggers ask first. */
const firstRefuses =
	(refusal: Respond): Respond =>
	async (request, nth) =>
		await (request.credentialType === 'cmVoiceApi' ? refusal : yes)(request, nth);
const askedOf = ({ sent }: FakeTrigger) => sent.map(({ credentialType }) => credentialType);

afterEach(() => jest.restoreAllMocks());

describe('a code', () => {
	it('goes out, and the app learns how long it counts and how long it is', async () => {
		const trigger = new FakeTrigger();
		trigger.options = { codeLength: 8, expiresIn: 60 };
		const { status, json: answer, outputs } = await trigger.ask({ phoneNumber });
		const expiresAt = new Date(NOW + 60_000).toISOString();
		const challenge = expect.any(String) as string;
		expect([status, outputs]).toEqual([200, undefined]);
		expect(answer).toEqual({ challenge, expiresAt, codeLength: 8 });
		expect(trigger.code).toMatch(/^\d{8}$/);
	});

	it('counts from when it went out, not from when it was asked for', async () => {
		const trigger = new FakeTrigger();
		trigger.respond = (request, nth) => {
			trigger.now += 5_000;
			return yes(request, nth);
		};
		const { expiresAt } = (await trigger.ask({ phoneNumber })).json;
		expect(expiresAt).toBe(new Date(NOW + 305_000).toISOString());
	});

	it('of the provider’s own has a length that nobody knows', async () => {
		const trigger = new FakeTrigger({ provider: 'ants', otcId: 'an OTC ID' });
		const { json: answer } = await trigger.ask({ phoneNumber: '081 234 5678' });
		expect(answer.codeLength).toBeNull();
		expect(bodyOf(trigger.sent[0])).toEqual({ otcId: 'an OTC ID', mobile: '66812345678' });
	});

	it('is another one each time', async () => {
		const trigger = new FakeTrigger();
		const codes = new Set<string>();
		for (let n = 0; n < 5; n++) {
			await trigger.ask({ phoneNumber: `091927302${n}` });
			codes.add(trigger.code);
		}
		expect(codes.size).toBeGreaterThan(3);
	});

	it('shows a person the page to enter it, with the number that was called', async () => {
		const trigger = new FakeTrigger();
		const { status, text } = await trigger.submit({ phoneNumber, request: 'a' });
		expect(status).toBe(200);
		expect(text).toContain('name="code"');
		expect(text).toMatch(/\+84\s?919\s?273\s?027/);
	});
});

describe('the same request', () => {
	it('gets the same answer, and sends one code', async () => {
		const trigger = new FakeTrigger();
		const body = { phoneNumber, request: 'a' };
		const answers = [await trigger.ask(body), await trigger.ask(body), await trigger.ask(body)];
		expect(trigger.sent).toHaveLength(1);
		expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
	});

	it('is answered the same until the code expires', async () => {
		const trigger = new FakeTrigger();
		const body = { phoneNumber, request: 'a' };
		const { text } = await trigger.ask(body);
		trigger.now += 299_999;
		expect((await trigger.ask(body)).text).toBe(text);
		trigger.now += 1;
		await trigger.ask({ phoneNumber: '0919273028' });
		expect((await trigger.ask(body)).text).not.toBe(text);
	});

	it('is another one with another number, reference or ID', async () => {
		const trigger = new FakeTrigger();
		trigger.options = { coolDown: 0 };
		const body = { phoneNumber, request: 'a', reference: 'x' };
		const others = [{}, { request: 'b' }, { reference: 'y' }, { phoneNumber: '0919273028' }];
		for (const other of others) await trigger.ask({ ...body, ...other });
		expect(trigger.sent).toHaveLength(others.length);
	});

	it('may be tried again after a refusal', async () => {
		const trigger = new FakeTrigger();
		const body = { phoneNumber, request: 'a' };
		trigger.respond = refuses;
		expect((await trigger.ask(body)).status).toBe(503);
		trigger.respond = yes;
		expect((await trigger.ask(body)).status).toBe(200);
	});

	it('is not repeated during the cool-down where nobody knows whether it was carried out', async () => {
		const trigger = new FakeTrigger();
		trigger.respond = saysNothing;
		const body = { phoneNumber, request: 'a' };
		for (const wait of [0, 59_999]) {
			trigger.now += wait;
			expect((await trigger.ask(body)).status).toBe(503);
		}
		expect(trigger.sent).toHaveLength(1);
		expect((await trigger.ask({ phoneNumber, request: 'b' })).status).toBe(429);
		trigger.now += 1;
		await trigger.ask({ phoneNumber, request: 'b' });
		expect(trigger.sent).toHaveLength(2);
	});
});

describe('the Fallback Provider', () => {
	it('is not asked if the first sends', async () => {
		const trigger = new FakeTrigger(FALLBACK);
		await trigger.ask({ phoneNumber: E164 });
		expect(askedOf(trigger)).toEqual(['cmVoiceApi']);
	});

	it('sends another code if the first refuses, and counts once', async () => {
		const trigger = new FakeTrigger(FALLBACK);
		trigger.options = { coolDown: 0, sendsPerNumber: 2 };
		trigger.respond = firstRefuses(refuses);
		const { status, outputs } = await trigger.ask({ phoneNumber: E164 });
		expect([status, outputs, askedOf(trigger)]).toEqual([
			...[200, undefined, ['cmVoiceApi', 'antBuddyApi']],
		]);
		expect((await trigger.ask({ phoneNumber: E164 })).status).toBe(200);
	});

	it('is not asked where the first may have sent, because a person gets no two codes', async () => {
		const trigger = new FakeTrigger(FALLBACK);
		trigger.respond = firstRefuses(saysNothing);
		expect((await trigger.ask({ phoneNumber: E164 })).status).toBe(503);
		expect(askedOf(trigger)).toEqual(['cmVoiceApi']);
	});
});
