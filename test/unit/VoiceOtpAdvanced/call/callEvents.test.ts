import type { IDataObject } from 'n8n-workflow';
import { readAnswer } from '../../../../nodes/shared/answer/readAnswer';
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
async function settled(
	body: unknown,
	recipients: string[],
	{ asked = recipients, kept = {}, skipped = [] as string[] } = {},
) {
	const { item } = await itemOf({ provider: cmVoice, kept });
	const answer = readAnswer(200, {}, JSON.stringify(body));
	const output = await outputsOf(item, { recipients, asked, skipped, issued, answer });
	return { item, output };
}

const called = (id: number, callee?: string) => ({ 'call-id': id, callee });
const pairsOf = (output: IDataObject[]) =>
	output.map((json) => [json['call-id'], json.phoneNumber]);

it('puts out the event of one callee, with the challenge', async () => {
	const event = { type: 'call-queued', 'call-id': '1', callee: vietnam, success: true };
	const { item, output } = await settled(event, [vietnam]);
	expect(output).toEqual([{ ...event, ...proof(vietnam) }]);
	expect(item.accepted).toEqual({ [vietnam]: { ...event, ...proof(vietnam) } });
});

it.each([
	['a list', (events: object[]) => events],
	['events', (events: object[]) => ({ events })],
	['data', (events: object[]) => ({ data: events })],
])(
	'puts out one event of %s for each of several callees, in the order of the item',
	async (_, around) => {
		const events = [called(2, '66812345678'), called(1, '+84 919 273 027')];
		const { output } = await settled(around(events), [vietnam, thailand]);
		expect(pairsOf(output)).toEqual([
			[1, vietnam],
			[2, thailand],
		]);
	},
);

it('puts out the recipients of an earlier try', async () => {
	const kept = {};
	const { item } = await settled(called(1), [thailand], { kept });
	expect(Object.keys(item.accepted)).toEqual([thailand]);
	const { output } = await settled(called(2), [vietnam, thailand], { asked: [vietnam], kept });
	expect(pairsOf(output).map(([id]) => id)).toEqual([2, 1]);
});

it('masks the code in an event, and not in the challenge', async () => {
	const { item } = await itemOf({ provider: cmVoice });
	item.hide('1234');
	item.hide('c');
	const answer = readAnswer(200, {}, '{"success":true,"said":"1234","call":"c"}');
	const calls = { recipients: [vietnam], asked: [vietnam], skipped: [], issued, answer };
	expect(await outputsOf(item, calls)).toEqual([
		{ success: true, said: '******', call: '******', ...proof(vietnam) },
	]);
});

it('signs nothing for events of other recipients, however many come', async () => {
	const proofFor = jest.fn(issued.proofFor);
	const { item } = await itemOf({ provider: cmVoice });
	const events = Array.from({ length: 1000 }, (_, id) => called(id, id === 0 ? vietnam : '+1'));
	const calls = {
		...{ recipients: [vietnam], asked: [vietnam], skipped: [] },
		issued: { ...issued, proofFor },
		answer: readAnswer(200, {}, JSON.stringify(events)),
	};
	expect(await outputsOf(item, calls)).toHaveLength(1);
	expect(proofFor.mock.calls).toEqual([[vietnam]]);
});

describe('a recipient that no event tells of', () => {
	it('has an unknown outcome, while the others are noted as called', async () => {
		const kept = {};
		const all = [vietnam, thailand, holland];
		const failure = await failureOf(async () => await settled([called(1, vietnam)], all, { kept }));
		expect(failure).toMatchObject({
			message: `CM.com answered 200 with no word about ${thailand}, ${holland}`,
			outcome: 'unknown',
			status: '200',
		});
		expect(failure.description).toMatch(
			/is unknown.* The other recipients were called, and are not/,
		);
		expect(Object.keys((await itemOf({ kept })).item.accepted)).toEqual([vietnam]);
	});

	it('is named beside those who were refused', async () => {
		const events = [{ callee: vietnam, success: false, error: 'Blocked' }];
		expect(await failureOf(async () => await settled(events, [vietnam, thailand]))).toMatchObject({
			message: `CM.com answered 200 with no word about ${thailand}; refused: ${vietnam}: Blocked`,
			outcome: 'unknown',
		});
	});

	it.each([[{ callee: vietnam }], [{ type: 'call-queued', callee: vietnam, success: null }]])(
		'has an unknown outcome where %j says neither yes nor no',
		async (event) => {
			const failure = await failureOf(async () => await settled(event, [vietnam]));
			expect(failure).toMatchObject({
				message: `CM.com answered 200 with no word about ${vietnam}`,
				outcome: 'unknown',
			});
		},
	);

	it('was left out where CM.com was asked to leave out what is not valid', async () => {
		const { output, item } = await settled([called(1, vietnam)], [vietnam, '12345'], {
			skipped: ['12345'],
		});
		expect(output).toEqual([
			expect.objectContaining({ phoneNumber: vietnam }),
			{
				phoneNumber: '12345',
				success: false,
				error: 'CM.com left this number out because it is not valid',
				outcome: 'refused',
			},
		]);
		expect(Object.keys(item.accepted)).toEqual([vietnam]);
	});

	it('is refused where all of them were left out', async () => {
		const skipped = ['12345'];
		const events = [called(1, vietnam)];
		expect(await failureOf(async () => await settled(events, skipped, { skipped }))).toMatchObject({
			message: 'CM.com refused: no valid number in 12345',
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

	it('keeps the calls of the others, which no later try repeats', async () => {
		const kept = {};
		const events = [
			{ callee: vietnam, success: false, error: 'One' },
			{ callee: thailand, success: true },
			{ callee: holland, success: false, error: 'Two' },
		];
		const all = [vietnam, thailand, holland];
		const failure = await failureOf(async () => await settled(events, all, { kept }));
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
			async () => await settled([{ success: false, error }], [vietnam]),
		);
		expect(failure.message).toBe(`CM.com refused: ${vietnam}: ${'x'.repeat(300)}…`);
	});

	it.each([true, 'true', 1])('is not one with success %j', async (success) => {
		const { output } = await settled({ success, error: 'x' }, [vietnam]);
		expect(output).toHaveLength(1);
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
