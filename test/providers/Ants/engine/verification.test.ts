import {
	BY_CALL,
	hostForEach,
	inboxOf,
	lastCode,
	outputOf,
	typed,
	Visitor,
	wrongCode,
} from '../../../engine/verification/visitor';
import { account } from '../sandbox';

const THAILAND = '081 234 5678';
const E164 = '+66812345678';

const current = hostForEach({
	...{ provider: 'ants', otcId: account.otcId, notVerifiedOutput: true },
	options: { coolDown: 0 },
});
const app = () => new Visitor(current.host);

async function sent(): Promise<string> {
	const { data } = await app().ask({ phoneNumber: THAILAND });
	expect(data).toMatchObject({ codeLength: null, expiresAt: expect.any(String) as string });
	return data.challenge as string;
}

/** How often ANTS was asked whether a code is right. */
const asked = () => current.host.sandbox.state.counters.requests['POST /ants/otp/verifyOTP'] ?? 0;
const verifying = { provider: 'ants', path: '/otp/verifyOTP' };

it('verifies by a text message, whose code ANTS makes and checks', async () => {
	const challenge = await sent();
	const wrong = await app().ask({ challenge, code: wrongCode(current.host) });
	expect(wrong.data).toEqual({ verified: false, reason: 'mismatch', attemptsLeft: 2 });
	const right = await app().ask({ challenge, code: lastCode(current.host) });
	expect(right.data).toEqual({ verified: true, reason: 'match', attemptsLeft: 1 });
	expect(outputOf(current.host)).toMatchObject([
		{ phoneNumber: E164, channel: 'text', attempts: 2 },
	]);
	const again = await app().ask({ challenge, code: lastCode(current.host) });
	expect(again.data.reason).toBe('alreadyVerified');
});

it('starts the workflow once for the right code from many at once', async () => {
	const challenge = await sent();
	const code = lastCode(current.host);
	const answers = await Promise.all(
		Array.from({ length: 30 }, async () => await app().ask({ challenge, code })),
	);
	expect(answers.filter(({ data }) => data.verified)).toHaveLength(1);
	expect(outputOf(current.host)).toHaveLength(1);
	expect(asked()).toBeLessThanOrEqual(3);
});

it('asks ANTS about no more codes than Max Attempts', async () => {
	const challenge = await sent();
	const code = wrongCode(current.host);
	await Promise.all(Array.from({ length: 30 }, async () => await app().ask({ challenge, code })));
	expect(asked()).toBe(3);
	expect(outputOf(current.host, 1)).toMatchObject([{ reason: 'tooManyAttempts' }]);
});

it('gives an attempt back where ANTS did not compare the code', async () => {
	const challenge = await sent();
	const code = lastCode(current.host);
	current.host.sandbox.addFault({ match: verifying, times: 5, do: { status: 400, body: {} } });
	for (let n = 0; n < 5; n++) {
		const { status, data } = await app().ask({ challenge, code });
		expect([status, data]).toEqual([503, { reason: 'unavailable' }]);
	}
	const { data } = await app().ask({ challenge, code });
	expect(data).toEqual({ verified: true, reason: 'match', attemptsLeft: 2 });
});

it('counts an attempt of which it is not known whether ANTS compared the code', async () => {
	const challenge = await sent();
	const reset = { reset: 'beforeProcessing' } as const;
	current.host.sandbox.addFault({ match: verifying, times: 3, do: reset });
	const code = lastCode(current.host);
	for (let n = 0; n < 3; n++) expect((await app().ask({ challenge, code })).status).toBe(503);
	expect((await app().ask({ challenge, code })).data.reason).toBe('tooManyAttempts');
});

describe('with a provider to fall back on that calls', () => {
	beforeEach(() => {
		current.host.parameters.fallbackProvider = BY_CALL.provider;
	});

	it('calls where the person asks for it on the page', async () => {
		const form = { action: 'send', request: 'r', phoneNumber: `+84${typed(0).slice(1)}` };
		const { data: page } = await app().submit(form);
		const [, challenge] = /name="challenge" value="([^"]*)"/.exec(page)!;
		expect(page).toContain('value="other"');
		const { data } = await app().submit({ action: 'other', request: 's', challenge });
		expect(data).toContain('value="other"');
		expect(inboxOf(current.host).map(({ kind }) => kind)).toEqual(['call', 'sms']);
		const [, second] = /name="challenge" value="([^"]*)"/.exec(data)!;
		await app().ask({ challenge: second, code: lastCode(current.host) });
		expect(outputOf(current.host)).toMatchObject([{ channel: 'call' }]);
	});

	it('calls a number that gets no text messages, and one whose message ANTS refuses', async () => {
		const landline = '+84 28 3822 9999';
		expect((await app().ask({ phoneNumber: landline })).status).toBe(200);
		current.host.sandbox.addFault({
			match: { provider: 'ants', path: '/otp/requestOTP' },
			do: { providerStatus: '9995' },
		});
		expect((await app().ask({ phoneNumber: `+84${typed(0).slice(1)}` })).status).toBe(200);
		expect(inboxOf(current.host).map(({ kind }) => kind)).toEqual(['call', 'call']);
		expect(current.host.executions).toEqual([]);
	});

	it('does not call where the message may have gone out', async () => {
		current.host.sandbox.addFault({
			match: { provider: 'ants', path: '/otp/requestOTP' },
			do: { reset: 'afterProcessing' },
		});
		const { status } = await app().ask({ phoneNumber: `+84${typed(0).slice(1)}` });
		expect(status).toBe(503);
		expect(inboxOf(current.host).map(({ kind }) => kind)).toEqual(['sms']);
	});
});
