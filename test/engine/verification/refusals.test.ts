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

const current = hostForEach({ ...BY_CALL, notVerifiedOutput: true });
const app = (address?: string) => new Visitor(current.host, address);
const NOT_VERIFIED = 1;
/** An expression that n8n cannot evaluate. */
const NOWHERE = '={{ $("Nowhere").first().json.x }}';

const refuse = (status: number, message: string) =>
	current.host.sandbox.addFault({
		match: { provider: 'antBuddy', path: '/voice-otp/' },
		do: { status, body: { message } },
	});

it('sends one of 30 codes that are asked for at once, and tells when the next may be', async () => {
	const startedAt = Date.now();
	const answers = await Promise.all(
		Array.from({ length: 30 }, async () => await app().ask({ phoneNumber: typed(0) })),
	);
	const seconds = Math.floor((Date.now() - startedAt) / 1000);
	const refused = answers.filter(({ status }) => status === 429);
	expect(refused).toHaveLength(29);
	for (const { data, headers } of refused) {
		expect(data).toEqual({ reason: 'coolDown' });
		// Whoever is answered a second later waits a second less.
		expect(Number(headers['retry-after'])).toBeGreaterThanOrEqual(60 - seconds);
		expect(Number(headers['retry-after'])).toBeLessThanOrEqual(60);
	}
	expect(inboxOf(current.host)).toHaveLength(1);
	expect(current.host.executions).toEqual([]);
});

it('sends no more than the cap without a cool-down, and tells the workflow once', async () => {
	current.host.parameters.options = { coolDown: 0 };
	const body = { phoneNumber: typed(0), reference: 'r' };
	const answers = await Promise.all(Array.from({ length: 30 }, async () => await app().ask(body)));
	const refused = answers.filter(({ status }) => status === 429);
	expect(refused.map(({ data }) => data.reason)).toEqual(Array(25).fill('tooManySends'));
	expect(Number(refused[0].headers['retry-after'])).toBeGreaterThan(590);
	expect(inboxOf(current.host)).toHaveLength(5);
	expect(outputOf(current.host, NOT_VERIFIED)).toEqual([
		{
			...{ phoneNumber: e164(0), verified: false, reason: 'tooManySends', attempts: 0 },
			...{ reference: 'r', verifiedAt: null, channel: 'call' },
		},
	]);
	expect(outputOf(current.host)).toEqual([]);
});

it('counts the sends of an address, and none of a private one', async () => {
	current.host.parameters.options = { sendsPerAddress: 2 };
	const ask = async (n: number, address?: string) =>
		(await app(address).ask({ phoneNumber: typed(n) })).status;
	expect([await ask(1, '203.0.113.7'), await ask(2, '203.0.113.7')]).toEqual([200, 200]);
	expect(await ask(3, '203.0.113.7')).toBe(429);
	expect(await ask(3, '203.0.113.8')).toBe(200);
	for (const n of [4, 5, 6]) expect(await ask(n, '10.0.0.1')).toBe(200);
	for (const text of [current.host.staticData, JSON.stringify(current.host.executions)])
		expect(text).not.toContain('203.0.113');
});

it('counts the sends in all', async () => {
	current.host.parameters.options = { sendsInAll: 3 };
	const statuses = [];
	for (const n of [1, 2, 3, 4, 5])
		statuses.push((await app().ask({ phoneNumber: typed(n) })).status);
	expect(statuses).toEqual([200, 200, 200, 429, 429]);
	expect(outputOf(current.host, NOT_VERIFIED)).toHaveLength(1);
});

it('tells the workflow what a provider that refuses said, and the visitor nothing of it', async () => {
	refuse(400, 'Credit is used up');
	const { status, data } = await app().ask({ phoneNumber: typed(0) });
	expect([status, data]).toEqual([503, { reason: 'unavailable' }]);
	const [item] = outputOf(current.host, NOT_VERIFIED);
	expect(item).toMatchObject({ reason: 'unavailable', phoneNumber: e164(0), verified: false });
	expect(item.message).toContain('Credit is used up');
	current.host.sandbox.reset();
	// Nothing went out, so nothing counts.
	expect((await app().ask({ phoneNumber: typed(0) })).status).toBe(200);
});

it('counts a send whose outcome is unknown, and does not repeat it for the same request', async () => {
	current.host.sandbox.addFault({
		match: { provider: 'antBuddy', path: '/voice-otp/' },
		do: { reset: 'afterProcessing' },
	});
	const body = { phoneNumber: typed(0), request: 'r' };
	const statuses = [(await app().ask(body)).status, (await app().ask(body)).status];
	expect(statuses).toEqual([503, 503]);
	expect(inboxOf(current.host)).toHaveLength(1);
	expect(outputOf(current.host, NOT_VERIFIED)).toHaveLength(1);
	expect((await app().ask({ phoneNumber: typed(0) })).data).toEqual({ reason: 'coolDown' });
});

it('stops asking a provider that refuses all', async () => {
	current.host.parameters.options = { sendsInAll: 3 };
	refuse(400, 'No');
	for (const n of [1, 2, 3, 4, 5, 6]) await app().ask({ phoneNumber: typed(n) });
	expect(outputOf(current.host, NOT_VERIFIED)).toHaveLength(3);
});

it('tells the workflow once that the attempts at a code are used up', async () => {
	const { data } = await app().ask({ phoneNumber: typed(0), reference: 'r' });
	const { challenge } = data;
	for (let n = 0; n < 4; n++) await app().ask({ challenge, code: wrongCode(current.host) });
	expect(outputOf(current.host, NOT_VERIFIED)).toMatchObject([
		{ reason: 'tooManyAttempts', attempts: 3, reference: 'r', phoneNumber: e164(0) },
	]);
	const { challenge: other } = (await app().ask({ phoneNumber: typed(1) })).data;
	await app().ask({ challenge: other, code: lastCode(current.host) });
	expect(outputOf(current.host)).toMatchObject([{ phoneNumber: e164(1) }]);
});

it('tells nothing unless Not Verified Output is on, or where n8n would add a verified item', async () => {
	refuse(400, 'No');
	current.host.parameters.notVerifiedOutput = false;
	await app().ask({ phoneNumber: typed(0) });
	current.host.parameters.notVerifiedOutput = true;
	current.host.settings = { alwaysOutputData: true };
	await app().ask({ phoneNumber: typed(0) });
	expect(current.host.executions).toEqual([]);
});

it('opens the page without the texts whose expressions cannot be evaluated', async () => {
	Object.assign(current.host.parameters, { language: NOWHERE, pageTitle: NOWHERE });
	const { status, data } = await app().open();
	expect([status, data]).toEqual([200, expect.stringContaining('<html lang="en">')]);
});

it.each([
	['a credential that is missing', { credentials: {} }, {}],
	['a limit that is none', {}, { options: { maxAttempts: 0 } }],
	['an expression that cannot be evaluated', {}, { respond: NOWHERE }],
	['a provider that there is not', {}, { provider: 'other' }],
])('shows a calm page with %s, and starts nothing', async (_, settings, parameters) => {
	current.host.settings = settings;
	Object.assign(current.host.parameters, parameters);
	const page = await app().submit({ action: 'send', phoneNumber: typed(0) });
	expect([page.status, page.data]).toEqual([500, expect.stringContaining('<!doctype html>')]);
	const { status, data } = await app().ask({ phoneNumber: typed(0) });
	expect([status, data]).toEqual([500, { reason: 'unavailable' }]);
	expect([current.host.executions, current.host.failures]).toEqual([[], []]);
});
