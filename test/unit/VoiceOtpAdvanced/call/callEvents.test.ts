import type { IDataObject } from 'n8n-workflow';
import { readAnswer } from '../../../../nodes/shared/answer/readAnswer';
import { isLeftOut, readEvents } from '../../../../nodes/VoiceOtpAdvanced/call/callEvents';
import { cmVoice } from '../../../../nodes/VoiceOtpAdvanced/provider';
import { failureOf } from '../../support/failure';
import { itemOf } from '../../support/item';

const [vietnam, thailand, holland] = ['+84919273027', '+66812345678', '+31612345678'];
const issued = {
	code: '1234',
	proofFor: async (phoneNumber: string) =>
		await Promise.resolve({ phoneNumber, challenge: 'c', expiresAt: 'e', codeLength: 4 }),
};
const proof = (phoneNumber: string) => ({
	phoneNumber,
	challenge: 'c',
	expiresAt: 'e',
	codeLength: 4,
});

/** Reads an answer about these recipients. */
async function settled(body: unknown, recipients: string[], skipped: string[] = [], status = 200) {
	const { item } = await itemOf({ provider: cmVoice });
	const answer = readAnswer(status, {}, JSON.stringify(body));
	const called = new Map<string, IDataObject>();
	const finish = (recipient: string, output: IDataObject) => {
		called.set(recipient, output);
		item.done.set(recipient, output);
	};
	await readEvents(item, { recipients, skipped, issued, answer }, finish);
	return called;
}

const eventOf = (id: number, callee?: string) => ({ 'call-id': id, callee });

it('finishes the event of one callee, with the challenge', async () => {
	const event = { type: 'call-queued', 'call-id': '1', callee: vietnam, success: true };
	const called = await settled(event, [vietnam]);
	expect([...called]).toEqual([[vietnam, { ...event, ...proof(vietnam) }]]);
});

it.each([
	['a list', (events: object[]) => events],
	['events', (events: object[]) => ({ events })],
	['data', (events: object[]) => ({ data: events })],
	['events among other things', (events: object[]) => ({ events: ['x', null, ...events] })],
])('finishes one event of %s for each of several callees', async (_, around) => {
	const events = [eventOf(2, '66812345678'), eventOf(1, '+84 919 273 027')];
	const called = await settled(around(events), [vietnam, thailand]);
	expect([...called].map(([recipient, json]) => [json['call-id'], recipient])).toEqual([
		[1, vietnam],
		[2, thailand],
	]);
});

it('masks the code in an event, and not in the challenge', async () => {
	const { item } = await itemOf({ provider: cmVoice });
	item.hide('1234');
	item.hide('c');
	const answer = readAnswer(200, {}, '{"success":true,"said":"1234","call":"c"}');
	const finish = jest.fn((recipient: string, json: IDataObject) => item.done.set(recipient, json));
	await readEvents(item, { recipients: [vietnam], skipped: [], issued, answer }, finish);
	const json = { success: true, said: '******', call: '******', ...proof(vietnam) };
	expect(finish.mock.calls).toEqual([[vietnam, json]]);
});

it('signs nothing for events of other recipients, however many come', async () => {
	const proofFor = jest.fn(issued.proofFor);
	const { item } = await itemOf({ provider: cmVoice });
	const events = Array.from({ length: 1000 }, (_, id) => eventOf(id, id === 0 ? vietnam : '+1'));
	const answer = readAnswer(200, {}, JSON.stringify(events));
	const calls = { recipients: [vietnam], skipped: [], issued: { ...issued, proofFor }, answer };
	await readEvents(item, calls, (recipient, output) => item.done.set(recipient, output));
	expect(proofFor.mock.calls).toEqual([[vietnam]]);
});

describe('a recipient that no event tells of', () => {
	it('has an unknown outcome, while the others were called', async () => {
		const all = [vietnam, thailand, holland];
		const failure = await failureOf(async () => await settled([eventOf(1, vietnam)], all));
		expect(failure).toMatchObject({
			message: `CM.com answered 200 with no word about ${thailand}, ${holland}`,
			outcome: 'unknown',
			status: '200',
		});
		expect(failure.description).toMatch(
			/is unknown.* The other recipients were called, and are not/,
		);
	});

	it('is named beside those who were refused', async () => {
		const events = [{ callee: vietnam, success: false, error: 'Blocked' }];
		expect(await failureOf(async () => await settled(events, [vietnam, thailand]))).toMatchObject({
			message: `CM.com answered 200 with no word about ${thailand}; refused: ${vietnam}: Blocked`,
			outcome: 'unknown',
		});
	});

	it.each([
		[{ callee: vietnam }],
		[{ type: 'call-queued', callee: vietnam, success: null }],
		[{ callee: vietnam, success: 'untrue' }],
		[{ callee: vietnam, success: 'true enough' }],
	])('has an unknown outcome where %j says neither yes nor no', async (event) => {
		const failure = await failureOf(async () => await settled(event, [vietnam]));
		expect(failure).toMatchObject({
			message: `CM.com answered 200 with no word about ${vietnam}`,
			outcome: 'unknown',
		});
	});

	it('was left out where CM.com was asked to leave out what is not valid', async () => {
		const events = [eventOf(1, vietnam)];
		const called = await settled(events, [vietnam, '12345'], ['12345']);
		expect(called.get('12345')).toEqual({
			phoneNumber: '12345',
			success: false,
			error: 'CM.com left this number out because it is not valid',
			outcome: 'refused',
		});
		expect([...called].map(([recipient, json]) => [recipient, isLeftOut(json)])).toEqual([
			[vietnam, false],
			['12345', true],
		]);
	});

	it('is refused where all of them were left out', async () => {
		const skipped = ['12345', '123456'];
		const events = [eventOf(1, vietnam)];
		expect(await failureOf(async () => await settled(events, skipped, skipped))).toMatchObject({
			message: 'CM.com refused: no valid number in 12345, 123456',
			outcome: 'refused',
		});
	});
});

describe('a recipient that was refused', () => {
	const advice = 'Check Callees and Caller, and what your CM.com account may call.';

	it.each([
		[{ success: false, error: 'Not allowed' }, 'Not allowed'],
		[{ success: 'False', error: { message: 'Not allowed', code: 5 } }, 'Not allowed'],
		[{ success: false, error: null, message: 'No route' }, 'No route'],
		[{ success: false, error: 'First', message: 'Second' }, 'First'],
		[{ success: false }, 'no reason given'],
	])('is thrown with what the event says: %j', async (more, reason) => {
		const event = { callee: vietnam, ...more };
		expect(await failureOf(async () => await settled(event, [vietnam]))).toEqual({
			kind: 'api',
			message: `CM.com refused: ${vietnam}: ${reason}`,
			description: advice,
			outcome: 'refused',
			itemIndex: 0,
			status: '200',
		});
	});

	it('is named, and the advice says that the others were called', async () => {
		const events = [
			{ callee: vietnam, success: false, error: 'One' },
			{ callee: thailand, success: true },
			{ callee: holland, success: false, error: 'Two' },
		];
		const all = [vietnam, thailand, holland];
		const failure = await failureOf(async () => await settled(events, all));
		expect(failure.message).toBe(`CM.com refused: ${vietnam}: One; ${holland}: Two`);
		expect(failure.description).toBe(
			`${advice} The other recipients were called, and are not called again by a retry.`,
		);
	});

	it('is named with 300 characters of the reason', async () => {
		const error = 'x'.repeat(1000);
		const failure = await failureOf(
			async () => await settled([{ success: false, error }], [vietnam]),
		);
		expect(failure.message).toBe(`CM.com refused: ${vietnam}: ${'x'.repeat(300)}…`);
	});

	it.each([true, 'true', 1])('is not one with success %j', async (success) => {
		const called = await settled({ success, error: 'x' }, [vietnam]);
		expect(called.size).toBe(1);
	});

	it.each([
		[{ error: 'Insufficient credit' }, 'Insufficient credit (CM.com, HTTP 200)'],
		[{ messages: [{ errorCode: 201, messageDetails: 'x' }] }, 'x (CM.com, HTTP 200)'],
		[{ success: 0 }, '{"success":0} (CM.com, HTTP 200)'],
	])('is each of them where the whole request was: %j', async (body, message) => {
		const failure = await failureOf(async () => await settled(body, [vietnam, thailand]));
		expect(failure).toMatchObject({ message, outcome: 'refused', status: '200' });
	});
});

it.each([300, 400, 500])('takes no event of a %i for a call', async (status) => {
	const events = [eventOf(1, vietnam)];
	const failure = await failureOf(async () => await settled(events, [vietnam], [], status));
	expect(failure).toMatchObject({ status: String(status) });
	expect(failure.message).toContain(String(status));
});

it('does not know what was done after a text', async () => {
	const failure = await failureOf(async () => await settled('OK', [vietnam]));
	expect(failure.message).toBe('CM.com answered 200 with plain text instead of JSON');
});

it.each([{}, { type: 'call-queued' }, [], ['x', null]])(
	'does not know what was done after %j',
	async (answer) => {
		expect(await failureOf(async () => await settled(answer, [vietnam]))).toMatchObject({
			message: 'CM.com answered 200 with JSON without calls',
			outcome: 'unknown',
			status: '200',
		});
	},
);
