import { stateOf } from '../../../nodes/shared/verification/state';
import {
	BY_CALL,
	e164,
	hostForEach,
	inboxOf,
	lastCode,
	outputOf,
	typed,
	Visitor,
	wrongCode,
} from './visitor';

const current = hostForEach(BY_CALL);
const app = () => new Visitor(current.host);

/** Asks for a code. @returns its challenge */
async function sent(n = 0): Promise<string> {
	const { status, data } = await app().ask({ phoneNumber: typed(n) });
	expect([status, data.reason]).toEqual([200, undefined]);
	return data.challenge as string;
}

it('sends a code, and tells the app when it expires and how long it is', async () => {
	const { status, data, headers } = await app().ask({ phoneNumber: typed(0) });
	expect(status).toBe(200);
	expect(Object.keys(data)).toEqual(['challenge', 'expiresAt', 'codeLength']);
	expect(data.codeLength).toBe(6);
	const lifetime = Date.parse(data.expiresAt as string) - Date.now();
	expect(lifetime / 1000).toBeCloseTo(300, -1);
	expect(headers['x-content-type-options']).toBe('nosniff');
	expect(inboxOf(current.host)).toMatchObject([
		{ to: typed(0), code: expect.any(String) as string },
	]);
	expect(current.host.executions).toEqual([]);
});

it('starts the workflow with the number for the right code, and for no other', async () => {
	const challenge = await sent();
	const wrong = await app().ask({ challenge, code: wrongCode(current.host) });
	expect(wrong.data).toEqual({ verified: false, reason: 'mismatch', attemptsLeft: 2 });
	expect(current.host.executions).toEqual([]);
	const right = await app().ask({ challenge, code: lastCode(current.host) });
	expect([right.status, right.data]).toEqual([
		200,
		{ verified: true, reason: 'match', attemptsLeft: 1 },
	]);
	expect(outputOf(current.host)).toEqual([
		{
			...{ phoneNumber: e164(0), verified: true, reason: 'match', attempts: 2, reference: '' },
			...{ verifiedAt: expect.any(String) as string, channel: 'call' },
		},
	]);
});

it('verifies a code once', async () => {
	const challenge = await sent();
	const code = lastCode(current.host);
	const answers = await Promise.all(
		Array.from({ length: 30 }, async () => await app().ask({ challenge, code })),
	);
	const reasons = answers.map(({ data }) => data.reason);
	expect(reasons.filter((reason) => reason === 'match')).toHaveLength(1);
	expect(new Set(reasons)).toEqual(new Set(['match', 'alreadyVerified']));
	expect(current.host.executions).toHaveLength(1);
});

it('compares no more guesses than Max Attempts, also of those that come at once', async () => {
	const challenge = await sent();
	const guesses = Array.from({ length: 30 }, (_, n) => String(n).padStart(6, '1'));
	const answers = await Promise.all(
		guesses.map(async (code) => await app().ask({ challenge, code })),
	);
	const reasons = answers.map(({ data }) => data.reason);
	expect(reasons.filter((reason) => reason === 'mismatch')).toHaveLength(3);
	const late = await app().ask({ challenge, code: lastCode(current.host) });
	expect(late.data).toEqual({ verified: false, reason: 'tooManyAttempts', attemptsLeft: 0 });
	expect(current.host.executions).toEqual([]);
});

it('remembers nothing of attempts that count no more, however many a stranger makes', async () => {
	const challenge = await sent();
	const guess = async (n: number) =>
		await app().ask({ challenge, code: `${n}`.padStart(6, '1'), request: `r${n}` });
	for (let n = 0; n < 20; n++) await guess(n);
	const { workflowId, nodeId } = current.host.place;
	const answers = Reflect.get(stateOf(workflowId, nodeId, 'production'), 'answers') as object;
	expect(answers).toHaveProperty('size', 3);
});

it('says expired after Expires In, also for the right code', async () => {
	const challenge = await sent();
	const later = Date.now() + 301_000;
	jest.spyOn(Date, 'now').mockReturnValue(later);
	const { data } = await app().ask({ challenge, code: lastCode(current.host) });
	jest.restoreAllMocks();
	expect(data).toMatchObject({ verified: false, reason: 'expired' });
});

it('sends another code to the number of a challenge, with its reference', async () => {
	current.host.parameters.options = { coolDown: 0 };
	const first = await app().ask({ phoneNumber: typed(0), reference: 'account 7' });
	const again = await app().ask({ challenge: first.data.challenge, resend: true });
	expect(again.status).toBe(200);
	expect(inboxOf(current.host).map(({ to }) => to)).toEqual([typed(0), typed(0)]);
	const { challenge } = again.data;
	await app().ask({ challenge, code: lastCode(current.host) });
	expect(outputOf(current.host)).toMatchObject([{ reference: 'account 7' }]);
});

it('answers the same request again without another code', async () => {
	const body = { phoneNumber: typed(0), request: 'r1' };
	const answers = await Promise.all([app().ask(body), app().ask(body), app().ask(body)]);
	expect(new Set(answers.map(({ data }) => data.challenge)).size).toBe(1);
	expect((await app().ask(body)).data).toEqual(answers[0].data);
	expect(inboxOf(current.host)).toHaveLength(1);
	const other = await app().ask({ ...body, phoneNumber: typed(1) });
	expect(other.data.challenge).not.toBe(answers[0].data.challenge);
});

it.each([
	['a number that is none', { phoneNumber: 'abc' }, 422, 'invalidNumber'],
	['no number', { phoneNumber: '' }, 422, 'invalidNumber'],
	[
		'a number that the provider does not reach',
		{ phoneNumber: '+31201234567' },
		422,
		'invalidNumber',
	],
	[
		'an expression for a number',
		{ phoneNumber: '={{ $json.headers.host }}' },
		422,
		'invalidNumber',
	],
	['a number that is an object', { phoneNumber: { toString: 1 } }, 422, 'invalidNumber'],
	['nothing', {}, 422, 'invalidNumber'],
	['a list', [1], 422, 'invalidNumber'],
	['what is deeply nested', `${'['.repeat(8_000)}${']'.repeat(8_000)}`, 422, 'invalidNumber'],
	['a challenge that is none', { challenge: '2.AAAA', code: '123456' }, 400, 'malformed'],
	['another code for a challenge that is none', { challenge: 'x', resend: true }, 400, 'malformed'],
	['a long reference', { phoneNumber: typed(0), reference: 'x'.repeat(201) }, 400, 'malformed'],
	['much', { phoneNumber: 'x'.repeat(20_000) }, 413, 'tooLarge'],
])('refuses %s', async (_, body, status, reason) => {
	const answer = await app().ask(body, { 'Content-Type': 'application/json' });
	expect([answer.status, answer.data.reason]).toEqual([status, reason]);
	expect(inboxOf(current.host)).toEqual([]);
	expect(current.host.executions).toEqual([]);
});

it('refuses a challenge without a code', async () => {
	const challenge = await sent();
	const { status, data } = await app().ask({ challenge, code: ' - ' });
	expect([status, data]).toEqual([400, { verified: false, reason: 'malformed', attemptsLeft: 0 }]);
});

it('answers an app by what it accepts, too', async () => {
	const { headers, data } = await app().submit({ action: 'send', phoneNumber: typed(0) });
	expect([headers['content-type'], data]).toEqual([
		'text/html; charset=utf-8',
		expect.stringContaining('<!doctype html>') as string,
	]);
	const form = new URLSearchParams({ phoneNumber: typed(1) });
	const answer = await app().ask(form, { Accept: 'application/json' });
	expect(answer.data).toMatchObject({ codeLength: 6 });
});

it.each([
	['a website that is not among Allowed Origins', 'https://other.example', 403],
	['a website among Allowed Origins', 'https://app.example', 200],
	['the trigger’s own page', 'null', 200],
])('knows %s', async (_, Origin, status) => {
	current.host.parameters.options = { allowedOrigins: 'https://app.example, https://b.example' };
	const answer = await app().ask({ phoneNumber: typed(0) }, { Origin });
	expect(answer.status).toBe(status);
	if (status === 403) expect(answer.data).toEqual({ reason: 'originNotAllowed' });
});
