import fc from 'fast-check';
import type { IDataObject, INodeType } from 'n8n-workflow';
import { AntsSmsOtpTrigger } from '../../nodes/Ants/AntsSmsOtpTrigger.node';
import { statusOptions as antsStatuses } from '../../nodes/Ants/deliveryReports';
import { statusOptions as cmStatuses } from '../../nodes/VoiceOtpAdvanced/finishedCalls';
import { VoiceOtpAdvancedTrigger } from '../../nodes/VoiceOtpAdvanced/VoiceOtpAdvancedTrigger.node';
import { fakeWebhook } from '../unit/support/webhook';
import type { Incoming } from '../unit/support/webhook';
import { expectHidden, withEchoes } from './support/echo';
import { fuzz } from './support/fuzz';
import { anyJson, anyText } from './support/json';
import { nearly } from './support/nearly';
import { expectJson } from './support/output';

const TOKEN = 'Qz3-a-long-token-v8';
const CODE = '8301927465';
const hidden = { code: CODE, password: '', token: '', basic: '' };

const valuesOf = (options: Array<{ value: string }>) => options.map(({ value }) => value);

/** Answers a callback as the trigger does, and checks what every one of them has to be. */
async function receive(trigger: INodeType, incoming: Incoming, known: string[]) {
	const { context, answered } = fakeWebhook({ token: TOKEN, ...incoming });
	const { noWebhookResponse, webhookResponse, workflowData } = await trigger.webhook!.call(context);
	if (noWebhookResponse) {
		expect(answered).toHaveLength(1);
		expect([400, 401, 413]).toContain(answered[0].status);
		expect(answered[0].json).toEqual({ accepted: false, reason: expect.stringMatching(/^The /) });
		expect([webhookResponse, workflowData]).toEqual([undefined, undefined]);
		return { status: answered[0].status, reports: [] };
	}
	// n8n answers 200 with this.
	expect(answered).toEqual([]);
	const reports = (workflowData?.[0] ?? []).map(({ json }) => json);
	expect(webhookResponse).toEqual({ accepted: true, reports: reports.length });
	for (const report of reports) {
		expectJson(report);
		expect(known).toContain(report.status);
		const { statuses = [] } = incoming;
		if (statuses.length > 0) expect(statuses).toContain(report.status);
	}
	return { status: 200, reports };
}

/** A body in the ways in which a caller may say what it is, and n8n hand it over. */
const carried = (documented: unknown[], known: string[]) =>
	fc.record({
		body: fc.oneof({ weight: 5, arbitrary: nearly(documented) }, { weight: 1, arbitrary: anyJson }),
		type: fc.oneof(
			{ weight: 3, arbitrary: fc.constant<unknown>('application/json') },
			{
				weight: 2,
				arbitrary: fc.constantFrom<unknown>(
					'text/plain',
					undefined,
					'application/problem+json',
					'application/xml',
					['application/json'],
					'',
				),
			},
			{ weight: 1, arbitrary: anyText },
		),
		cut: fc.oneof(
			{ weight: 4, arbitrary: fc.constant(undefined) },
			{ weight: 1, arbitrary: fc.nat(200) },
		),
		length: fc.constantFrom<unknown>(undefined, '12', '262145', 'NaN', '-1', '1e9', ['1', '2']),
		statuses: fc.subarray(known),
	});

type Carried = ReturnType<typeof carried> extends fc.Arbitrary<infer T> ? T : never;

function incomingOf({ body, type, cut, length, statuses }: Carried): Incoming {
	const text = withEchoes(JSON.stringify(body), hidden).slice(0, cut);
	const headers = { 'content-type': type, 'content-length': length } as Record<string, string>;
	let parsed: unknown = {};
	try {
		parsed = JSON.parse(text);
	} catch {
		// n8n refuses such a body itself, where it is called JSON.
	}
	return {
		query: { verificationToken: TOKEN },
		headers,
		raw: Buffer.from(text),
		body: parsed,
		statuses,
	};
}

const detail = {
	...{ messageId: 'm1', to: '66812345678', from: 'ANTS', text: 'Your OTP is \uE000', credit: 1 },
	...{
		sendDate: '2024-01-01',
		doneDate: '2024-01-01',
		status: { code: 3, name: 'DELIVERED', description: '' },
	},
};
const deliveries = [
	{ bulkId: 'b1', details: [detail], callbackData: 'order 1' },
	{ bulkId: 'b1', details: [detail, { ...detail, status: [{ code: '2', name: 'UNDELIVERED' }] }] },
	{ detail: { ...detail, callbackData: 'order 1' } },
	detail,
	[{ details: [detail] }],
];

/** Whether the code stands in the text of messages and nowhere else. */
const onlyInText = (body: unknown) =>
	!/[\uE000-\uE003]/.test(
		JSON.stringify(body).replace(
			/"text":\["Your OTP is \uE000"(,"Your OTP is \uE000")?\]|"text":"Your OTP is \uE000"/g,
			'',
		),
	);

const ants = new AntsSmsOtpTrigger();
fuzz('callbacks of ANTS', carried(deliveries, valuesOf(antsStatuses)), async (input) => {
	const { reports } = await receive(ants, incomingOf(input), valuesOf(antsStatuses));
	if (onlyInText(input.body)) expectHidden(reports, [hidden]);
});

const event = {
	...{ type: 'call-finished', 'call-id': 'c1', 'instruction-id': 'order 1' },
	...{ caller: '+31201234567', callee: '+66812345678' },
	result: { code: 10, description: 'Finished', 'sip-disconnect-code': 200 },
};
const finished = [event, [event, { ...event, result: { code: '9' } }], { ...event, result: 12 }];

const cmVoice = new VoiceOtpAdvancedTrigger();
fuzz('callbacks of CM.com', carried(finished, valuesOf(cmStatuses)), async (input) => {
	await receive(cmVoice, incomingOf(input), valuesOf(cmStatuses));
});

const tokens = fc.oneof(
	fc.constantFrom<unknown>(
		TOKEN,
		'',
		undefined,
		null,
		[TOKEN],
		{ [TOKEN]: TOKEN },
		TOKEN.slice(1),
		`${TOKEN} `,
	),
	fc.constantFrom<unknown>(TOKEN.toUpperCase(), `${TOKEN}\u0000`, true, 0, ['a', TOKEN], {
		length: TOKEN.length,
	}),
	anyText,
	anyJson,
);

/** Only the very token lets a caller in, and no token lets nobody in; strangers learn nothing else. */
fuzz(
	'callers of both triggers',
	fc.record({
		trigger: fc.constantFrom(ants, cmVoice),
		token: fc.constantFrom(TOKEN, '', 'another'),
		given: tokens,
		others: fc.dictionary(
			fc.constantFrom('authorization', 'cookie', 'x-verification-token'),
			fc.constant(TOKEN),
		),
	}),
	async ({ trigger, token, given, others }) => {
		const incoming = {
			token,
			query: { verificationToken: given, token: TOKEN } as IDataObject,
			headers: { 'content-type': 'application/json', ...others },
			body: event,
		};
		const { status } = await receive(trigger, incoming, valuesOf([...antsStatuses, ...cmStatuses]));
		expect(status).toBe(token !== '' && given === token ? 200 : 401);
	},
);
