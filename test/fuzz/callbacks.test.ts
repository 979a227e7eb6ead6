import fc from 'fast-check';
import type { IDataObject, INodeType } from 'n8n-workflow';
import { providers } from '../providers';
import { choicesOf, nodes } from '../support/package';
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

const TRIGGERS = providers.flatMap(({ name, trigger }) => {
	if (!trigger) return [];
	const { node } = nodes.find((one) => one.node.description.name === trigger.node)!;
	const statuses = node.description.properties.find((property) => property.name === 'statuses')!;
	const known = choicesOf(statuses).map(({ value }) => String(value));
	return [{ ...trigger, name, instance: node, known }];
});
const EVERY_STATUS = TRIGGERS.flatMap(({ known }) => known);

for (const { name, instance, known, documented, reports, tellsCode } of TRIGGERS) {
	const bodies = [...documented, ...reports.map(({ body }) => body)];
	fuzz(`callbacks of ${name}`, 15, carried(bodies, known), async (input) => {
		const received = await receive(instance, incomingOf(input), known);
		if (!tellsCode?.(input.body)) expectHidden(received.reports, [hidden]);
	});
}

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
	'callers of every trigger',
	6,
	fc.record({
		trigger: fc.constantFrom(...TRIGGERS),
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
			body: trigger.reports[0].body,
		};
		const { status } = await receive(trigger.instance, incoming, EVERY_STATUS);
		expect(status).toBe(token !== '' && given === token ? 200 : 401);
	},
);
