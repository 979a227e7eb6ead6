import fc from 'fast-check';
import { readFinishedCalls, statusOptions } from '../../../nodes/VoiceOtpAdvanced/finishedCalls';

const event = {
	type: 'call-finished',
	'call-id': 'c-1',
	'instruction-id': 'i-1',
	caller: '+31201234567',
	callee: '+84919273027',
	result: {
		code: 10,
		description: 'Finished',
		'sip-disconnect-code': 200,
		'sip-disconnect-reason': 'OK',
	},
};
const report = {
	status: 'finished',
	code: 10,
	description: 'Finished',
	callId: 'c-1',
	instructionId: 'i-1',
	callerNumber: '+31201234567',
	phoneNumber: '+84919273027',
	sipDisconnectCode: 200,
	sipDisconnectReason: 'OK',
	report: event,
};

it('reads one event or a list of events', () => {
	expect(readFinishedCalls(event)).toEqual([report]);
	expect(readFinishedCalls([event, 'x', event])).toEqual([report, report]);
});

it.each([
	[9, 'notAnswered'],
	[10, 'finished'],
	[11, 'failed'],
	[12, 'rejected'],
	['11', 'failed'],
	['09', 'notAnswered'],
	['Finished', 'finished'],
	[' 12 ', 'rejected'],
	[8, 'unknown'],
	[13, 'unknown'],
	['', 'unknown'],
	[null, 'unknown'],
	['constructor', 'unknown'],
])('translates result code %j to %s', (code, status) => {
	expect(readFinishedCalls({ result: { code } })[0].status).toBe(status);
	expect(readFinishedCalls({ 'call-id': 'c', result: code })[0].status).toBe(status);
});

it('puts null for each missing field', () => {
	expect(readFinishedCalls({ 'call-id': 'c-1' })).toEqual([
		{
			status: 'unknown',
			code: null,
			description: null,
			callId: 'c-1',
			instructionId: null,
			callerNumber: null,
			phoneNumber: null,
			sipDisconnectCode: null,
			sipDisconnectReason: null,
			report: { 'call-id': 'c-1' },
		},
	]);
});

it.each([
	['Cancelled', 'notAnswered'],
	['No answer', 'notAnswered'],
	['NOANSWER', 'notAnswered'],
	['Not answered', 'notAnswered'],
	['NotAnswered', 'notAnswered'],
	['Completed', 'finished'],
	['finished', 'finished'],
	['FAILED', 'failed'],
	['Rejected by the callee', 'rejected'],
	['Ringing', 'unknown'],
	['Not cancelled', 'unknown'],
	['Never finished', 'unknown'],
	['Not failed', 'unknown'],
	['Not rejected', 'unknown'],
])('translates the description %j with an unknown code to %s', (description, status) => {
	expect(readFinishedCalls({ result: { code: 99, description } })[0].status).toBe(status);
});

it.each([
	['results', { results: [event] }],
	['events', { events: [event] }],
	['data', { data: event }],
	['a list in a list', [[event]]],
])('reads an event under %s', (_, body) => {
	expect(readFinishedCalls(body)).toEqual([report]);
});

it.each([[undefined], [null], [''], [{}], [[]], [{ events: [] }]])(
	'finds no event in %j, which says nothing',
	(body) => {
		expect(readFinishedCalls(body)).toEqual([]);
	},
);

it.each([['x'], [{ type: 'call-finished' }], [[1]]])(
	'reports %j as unknown, with the whole body',
	(body) => {
		expect(readFinishedCalls(body)).toEqual([
			{
				...Object.fromEntries(Object.keys(report).map((key) => [key, null])),
				status: 'unknown',
				report: body,
			},
		]);
	},
);

it('offers each status, sorted by name', () => {
	expect(statusOptions).toEqual([
		{ name: 'Failed', value: 'failed' },
		{ name: 'Finished', value: 'finished' },
		{ name: 'Not Answered', value: 'notAnswered' },
		{ name: 'Rejected', value: 'rejected' },
		{ name: 'Unknown', value: 'unknown' },
	]);
});

it('returns only offered statuses for any JSON, and never throws', () => {
	const key = fc.constantFrom('call-id', 'result', 'code', 'callee');
	const body = fc.dictionary(key, fc.oneof(fc.jsonValue(), fc.dictionary(key, fc.jsonValue())));
	const known = statusOptions.map(({ value }) => value);
	fc.assert(
		fc.property(fc.oneof(body, fc.array(body)), (read) => {
			for (const { status } of readFinishedCalls(read)) expect(known).toContain(status);
		}),
	);
});
