import { setTimeout as delay } from 'node:timers/promises';

import type { Person } from './support/browser';
import { anotherCode, type FlowTest } from './support/flowTest';
import { type ReportHandling, reportTo } from './support/reports';
import { eventually } from './support/wait';

const FILE = 'sms-first-voice-if-not-delivered';
const NEVER = { callbackDelay: 3_600_000 };

export function smsFirstThenVoice(
	flow: FlowTest,
	reports: ReportHandling = { apart: 0, late: 307 },
): void {
	let person: Person;
	let patient: Person;
	let slow: Person;

	const send = async (whose: Person, number: string) => {
		await whose.open(flow.form('verify-phone'));
		await whose.submit('Phone number', number);
	};
	/** `sms` or `call` for each message and call to a number, newest first. */
	const sentTo = (digits: string) =>
		flow.host.sandbox.state.inbox.filter(({ to }) => to === digits).map(({ kind }) => kind);
	/** The address for delivery reports in the request to ANTS for a number; waits for that request. */
	const notifyUrlFor = async (digits: string) =>
		await eventually(() => {
			const bodies = flow.host.sandbox.state.requests
				.filter(({ path }) => path.endsWith('/otp/requestOTP'))
				.map(({ body }) => JSON.parse(body) as { mobile: string; notifyUrl: string });
			return bodies.find(({ mobile }) => mobile === digits)?.notifyUrl;
		}, 'ANTS is asked to send');
	beforeAll(async () => {
		patient = await flow.person();
		await flow.whileConfigured(NEVER, async () => {
			await send(patient, '081 234 6000');
			await notifyUrlFor('66812346000');
			await eventually(() => sentTo('66812346000')[0], 'the message is sent');
		});
		slow = await flow.person();
		await flow.whileConfigured({ callbackDelay: 50_000 }, async () => {
			await send(slow, '081 234 6009');
			await eventually(() => sentTo('66812346009')[0], 'the message is sent');
		});
	});
	beforeEach(async () => {
		person = await flow.person();
	});
	afterEach(async () => await person.leave());
	afterAll(async () => {
		await patient.leave();
		await slow.leave();
	});

	it('checks the texted code when the message is delivered', async () => {
		await send(person, '081 234 6001');
		const page = await person.sees('Enter the code');
		expect(page).toContain('We sent a text message to +66812346001.');
		const code = await person.readCode('66812346001');
		await person.submit('Code', anotherCode(code));
		await person.sees('That was not the code');
		await person.submit('Code', code);
		expect(await person.sees('Your number is verified')).toContain('by text message');
		expect(sentTo('66812346001')).toEqual(['sms']);
	});

	it.each(['undelivered', 'expired'] as const)('calls when the message is %s', async (outcome) => {
		const digits = { undelivered: '6002', expired: '6003' }[outcome];
		const outcomes = { [`6681234${digits}`]: outcome };
		await flow.whileConfigured({ outcomes }, async () => {
			await send(person, `081 234 ${digits}`);
			await person.sees('The text message did not arrive, so we are calling');
		});
		expect(sentTo(`6681234${digits}`)).toEqual(['call', 'sms']);
		await person.submit('Code', await person.readCode(`6681234${digits}`));
		expect(await person.sees('Your number is verified')).toContain('by voice call');
	});

	it('calls at once when the message is refused', async () => {
		await flow.whileConfigured({ antsCredit: 0 }, async () => {
			await send(person, '081 234 6005');
			await person.sees('The text message did not arrive, so we are calling');
		});
		expect(sentTo('66812346005')).toEqual(['call']);
	});

	it('waits while the message is on its way, and ignores a late report', async () => {
		const url = await flow.whileConfigured(NEVER, async () => {
			await send(person, '081 234 6006');
			return await notifyUrlFor('66812346006');
		});
		for (const [code, name] of [
			[1, 'PENDING'],
			[0, 'ACCEPTED'],
			[3, 'DELIVERED'],
		] as const) {
			await delay(reports.apart);
			expect(await reportTo(url, code, name)).toBe(200);
		}
		await person.sees('We sent a text message to +66812346006.');
		expect(await reportTo(url, 2, 'UNDELIVERED')).toBe(reports.late);
		await person.submit('Code', await person.readCode('66812346006'));
		expect(await person.sees('Your number is verified')).toContain('by text message');
		expect(sentTo('66812346006')).toEqual(['sms']);
	});

	it('refuses after three wrong codes', async () => {
		await flow.whileConfigured({ outcomes: { '66812346007': 'undelivered' } }, async () => {
			await send(person, '081 234 6007');
			await person.sees('so we are calling');
		});
		const wrong = anotherCode(await person.readCode('66812346007'));
		for (const next of ['That was not the code', 'That was not the code', 'None of the three']) {
			await person.submit('Code', wrong);
			await person.sees(next);
		}
	});

	it('tells a person that their number cannot be reached', async () => {
		await send(person, '12345');
		const page = await person.sees('We could not reach this number');
		expect(page).not.toMatch(/error|problem|failure|mistake/i);
	});

	it('calls when no report comes within a minute', async () => {
		await patient.sees('The text message did not arrive, so we are calling', 90_000);
		expect(sentTo('66812346000')).toEqual(['call', 'sms']);
		const [{ at: calledAt }, { at: textedAt }] = flow.host.sandbox.state.inbox.filter(
			({ to }) => to === '66812346000',
		);
		expect(Date.parse(calledAt) - Date.parse(textedAt)).toBeGreaterThan(58_000);
		await patient.submit('Code', await patient.readCode('66812346000'));
		expect(await patient.sees('Your number is verified')).toContain('by voice call');
	});

	// n8n still ends a wait whose execution a report has resumed, and so ends whatever that execution waits for by then.
	it('accepts the code even when the minute ends after a late report', async () => {
		await slow.sees('We sent a text message to +66812346009.', 60_000);
		const [{ at }] = flow.host.sandbox.state.inbox.filter(({ to }) => to === '66812346009');
		await slow.page.waitForTimeout(Math.max(0, Date.parse(at) + 63_000 - Date.now()));
		await slow.submit('Code', await slow.readCode('66812346009'));
		expect(await slow.sees('Your number is verified')).toContain('by text message');
	});

	it('stores no finished execution, because a delivery report contains the code', async () => {
		const { client, example } = flow.host;
		await eventually(async () => {
			const executions = await client.executions.list({ workflowId: example(FILE).id });
			return executions.every(({ status }) => status === 'waiting') ? true : undefined;
		}, 'the finished executions are gone');
	});
}
