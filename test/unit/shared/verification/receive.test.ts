import { FakeTrigger } from '../../support/trigger';

const phoneNumber = '0919 273 027';
const MANY = 'x'.repeat(16 * 1024 + 1);

afterEach(() => jest.restoreAllMocks());

describe('the page', () => {
	it('is shown to whoever opens the address, and costs nothing', async () => {
		const trigger = new FakeTrigger();
		const page = await trigger.receive({ query: { reference: 'order 7' } });
		expect(page.status).toBe(200);
		expect(page.text).toContain('name="phoneNumber"');
		expect(page.text).toContain('value="order 7"');
		expect([trigger.sent, trigger.staticData, page.outputs]).toEqual([[], {}, undefined]);
	});

	it('is shown without a credential too, and again after a restart from it', async () => {
		const trigger = new FakeTrigger({ provider: 'gone' });
		expect((await trigger.receive({})).status).toBe(200);
		const again = await trigger.submit({ action: 'restart', phoneNumber, challenge: '2.x' });
		expect([again.status, again.text.includes('name="phoneNumber"')]).toEqual([200, true]);
	});
});

describe('a request that the trigger does not take', () => {
	it.each([
		[413, 'tooLarge', { phoneNumber, other: MANY }],
		[400, 'malformed', { phoneNumber, reference: 'x'.repeat(201) }],
		[400, 'malformed', { challenge: 'x', reference: 'x'.repeat(201) }],
	])('is answered %i, and sends nothing: %s', async (status, reason, body) => {
		const trigger = new FakeTrigger();
		const answer = await trigger.ask(body);
		expect([answer.status, answer.json]).toEqual([status, { reason }]);
		expect(trigger.sent).toEqual([]);
	});

	it('shows a person a page from which to start again', async () => {
		const trigger = new FakeTrigger();
		const { status, text } = await trigger.submit({ phoneNumber, reference: 'x'.repeat(201) });
		expect(status).toBe(400);
		expect(text).toContain('value="restart"');
		expect((await trigger.receive({ query: { reference: 'x'.repeat(201) } })).status).toBe(400);
	});

	it('takes the longest reference', async () => {
		const { status } = await new FakeTrigger().ask({ phoneNumber, reference: 'x'.repeat(200) });
		expect(status).toBe(200);
	});
});

describe('Allowed Origins', () => {
	const allowedOrigins = 'https://a.example, https://b.example';

	it.each([
		['https://b.example', 200],
		['null', 200],
		[undefined, 200],
		['https://c.example', 403],
		['https://a.example.evil.example', 403],
		['http://a.example', 403],
	])('answers a page of %s with %s', async (origin, status) => {
		const trigger = new FakeTrigger();
		trigger.options = { allowedOrigins };
		const answer = await trigger.ask({ phoneNumber }, { headers: origin ? { origin } : {} });
		expect([answer.status, trigger.sent.length]).toEqual([status, status === 200 ? 1 : 0]);
		if (status === 403) expect(answer.json).toEqual({ reason: 'originNotAllowed' });
	});

	it('lets every website ask unless it is set', async () => {
		const headers = { origin: 'https://c.example' };
		expect((await new FakeTrigger().ask({ phoneNumber }, { headers })).status).toBe(200);
	});
});

describe('what cannot be worked on', () => {
	it('is answered calmly, and no execution fails', async () => {
		for (const parameters of [{ provider: 'gone' }, { provider: 'antBuddy', respond: 'later' }]) {
			const trigger = new FakeTrigger(parameters);
			const answer = await trigger.ask({ phoneNumber });
			expect([answer.status, answer.json, answer.outputs]).toEqual([
				...[500, { reason: 'unavailable' }, undefined],
			]);
			expect(answer.isLeftToN8n).toBe(false);
			const page = await trigger.submit({ phoneNumber });
			expect([page.status, page.text.includes('<html lang="en">')]).toEqual([500, true]);
		}
	});

	it('is written to the log without anything that was typed', async () => {
		const trigger = new FakeTrigger({ provider: 'gone' });
		await trigger.ask({ phoneNumber, code: '012345' });
		expect(trigger.warnings).toEqual([
			'“Trigger” of workflow workflow cannot verify numbers: check its fields and credentials',
		]);
	});

	it('is answered although not even the request can be read', async () => {
		const trigger = new FakeTrigger();
		const { status, text } = await trigger.receive({ headers: null as never });
		expect(status).toBe(500);
		expect(text).toContain('<html lang="en">');
		expect(text).not.toMatch(/undefined|name="reference"/);
	});

	it('keeps what is known of sends even then', async () => {
		const trigger = new FakeTrigger();
		trigger.respond = () => {
			trigger.now = NaN;
			throw new Error('broken off');
		};
		await trigger.ask({ phoneNumber });
		expect(trigger.staticData).toHaveProperty('verification');
	});
});

describe('the static data of the workflow', () => {
	it('brings what is known of sends to other processes and over a restart', async () => {
		const trigger = new FakeTrigger();
		await trigger.ask({ phoneNumber });
		const { sent, staticData } = trigger;
		// A process of its own has no state of this trigger; that of the test has.
		const { VerificationState } = jest.requireActual('../../../../nodes/shared/verification/state');
		const other = new VerificationState();
		other.merge(staticData.verification);
		expect(sent).toHaveLength(1);
		expect(other.snapshot(trigger.now)).toBe(staticData.verification);
	});

	it('is not written where nothing changes, because n8n stores it then', async () => {
		const trigger = new FakeTrigger();
		await trigger.ask({ phoneNumber });
		trigger.staticData = Object.freeze({ ...trigger.staticData });
		expect((await trigger.ask({ phoneNumber })).status).toBe(429);
	});

	it('is left alone while the workflow is tested, and counts apart', async () => {
		const trigger = new FakeTrigger();
		trigger.mode = 'manual';
		expect((await trigger.ask({ phoneNumber })).status).toBe(200);
		expect(trigger.staticData).toEqual({});
		expect((await trigger.ask({ phoneNumber })).status).toBe(429);
		trigger.mode = 'webhook';
		expect((await trigger.ask({ phoneNumber })).status).toBe(200);
	});
});
