import type { IDataObject } from 'n8n-workflow';
import { outputsOf } from '../../../../nodes/VoiceOtpAdvanced/call/callEvents';
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

/** Settles an answer about these recipients, all of which were asked for unless others are given. */
async function settled(answer: unknown, recipients: string[], asked = recipients, kept = {}) {
	const { item } = await itemOf({ provider: cmVoice, kept });
	const calls = { recipients, asked, issued, answer: answer as IDataObject };
	return { item, output: await outputsOf(item, calls) };
}

it('puts out the event of one callee, with the challenge', async () => {
	const event = { type: 'call-queued', 'call-id': '1', callee: vietnam, success: true };
	const { item, output } = await settled(event, [vietnam]);
	expect(output).toEqual([{ ...event, ...proof(vietnam) }]);
	expect(item.accepted).toEqual({ [vietnam]: { ...event, ...proof(vietnam) } });
});

it('puts out one event for each of several callees, in the order of the item', async () => {
	const events = [
		{ id: 2, callee: '66812345678' },
		{ id: 1, callee: '+84 919 273 027' },
	];
	const { output } = await settled(events, [vietnam, thailand]);
	expect(output).toEqual([
		{ id: 1, callee: '+84 919 273 027', ...proof(vietnam) },
		{ id: 2, callee: '66812345678', ...proof(thailand) },
	]);
});

it('matches an event by its position if it names no callee of the request', async () => {
	const events = [{ id: 1 }, { id: 2, callee: null }, { id: 3, callee: 'x' }];
	const { output } = await settled(events, [vietnam, thailand, holland]);
	expect(output.map(({ id, phoneNumber }) => [id, phoneNumber])).toEqual([
		[1, vietnam],
		[2, thailand],
		[3, holland],
	]);
});

it('matches an event by its position if a recipient has no digits', async () => {
	const { output } = await settled([{ id: 1 }, { id: 2 }], [vietnam, 'unchanged']);
	expect(output.map(({ id, phoneNumber }) => [id, phoneNumber])).toEqual([
		[1, vietnam],
		[2, 'unchanged'],
	]);
});

it('puts out nothing for a recipient without an event', async () => {
	const { output } = await settled({ id: 1, callee: thailand }, [vietnam, thailand]);
	expect(output.map(({ id }) => id)).toEqual([1]);
});

it('accepts values that have no text', async () => {
	const odd = { toString: 1 };
	const { output } = await settled({ id: 1, callee: odd, success: odd }, [vietnam]);
	expect(output.map(({ id, phoneNumber }) => [id, phoneNumber])).toEqual([[1, vietnam]]);
});

it('skips values that are not events, and events of other recipients', async () => {
	const events = [null, 'x', [], { id: 1, callee: vietnam }, { id: 2, callee: holland }];
	const { item, output } = await settled(events, [vietnam]);
	expect(output.map(({ id }) => id)).toEqual([1]);
	expect(Object.keys(item.accepted)).toEqual([vietnam]);
});

it('signs nothing for events of other recipients, however many come', async () => {
	const proofFor = jest.fn(issued.proofFor);
	const { item } = await itemOf({ provider: cmVoice });
	const answer = Array.from({ length: 1000 }, (_, id) => ({ id, success: id === 0 }));
	const calls = {
		recipients: [vietnam],
		asked: [vietnam],
		issued: { ...issued, proofFor },
		answer,
	};
	expect(await outputsOf(item, calls)).toHaveLength(1);
	expect(proofFor.mock.calls).toEqual([[vietnam]]);
});

it('puts out the recipients of an earlier try', async () => {
	const kept = {};
	const { item } = await settled({ id: 1 }, [thailand], [thailand], kept);
	expect(Object.keys(item.accepted)).toEqual([thailand]);
	const { output } = await settled({ id: 2 }, [vietnam, thailand], [vietnam], kept);
	expect(output.map(({ id }) => id)).toEqual([2, 1]);
});

describe('a recipient that was refused', () => {
	const advice = 'Check Callees and Caller, and what your CM.com account may call.';

	it.each([
		[{ success: false, error: 'Not allowed' }, 'Not allowed'],
		[{ success: 'False', error: { message: 'Not allowed', code: 5 } }, 'Not allowed'],
		[{ success: false, error: null, message: 'No route' }, 'No route'],
		[{ success: false, error: 'First', message: 'Second' }, 'First'],
		[{ success: false }, 'no reason given'],
	])('is thrown with the message of the event: %j', async (event, reason) => {
		expect(await failureOf(async () => await settled(event, [vietnam]))).toEqual({
			kind: 'api',
			message: `CM.com refused: ${vietnam}: ${reason}`,
			description: advice,
			outcome: 'refused',
			itemIndex: 0,
			status: '200',
		});
	});

	it('keeps the calls of the others, which no later try repeats', async () => {
		const kept = {};
		const events = [
			{ callee: vietnam, success: false, error: 'One' },
			{ callee: thailand, success: true },
			{ callee: holland, success: false, error: 'Two' },
		];
		const failure = await failureOf(
			async () => await settled(events, [vietnam, thailand, holland], undefined, kept),
		);
		expect(failure.message).toBe(`CM.com refused: ${vietnam}: One; ${holland}: Two`);
		expect(failure.description).toBe(
			`${advice} The other recipients were called, and are not called again by a retry.`,
		);
		const { item } = await itemOf({ provider: cmVoice, kept });
		expect(item.accepted).toEqual({
			[thailand]: { callee: thailand, success: true, ...proof(thailand) },
		});
	});

	it('is named with 300 characters of the reason', async () => {
		const error = 'x'.repeat(1000);
		const failure = await failureOf(
			async () => await settled({ success: false, error }, [vietnam]),
		);
		expect(failure.message).toBe(`CM.com refused: ${vietnam}: ${'x'.repeat(300)}…`);
	});

	it.each([true, 'true', undefined, null, 0, ''])(
		'is accepted with success %j',
		async (success) => {
			const { output } = await settled({ success, error: 'x' }, [vietnam]);
			expect(output).toHaveLength(1);
		},
	);
});

it.each([[[]], [['x', null]]])('throws an unknown outcome after %j', async (answer) => {
	expect(await failureOf(async () => await settled(answer, [vietnam]))).toMatchObject({
		message: 'CM.com answered 200 with a list without calls',
		outcome: 'unknown',
		status: '200',
	});
});
