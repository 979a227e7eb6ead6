import fc from 'fast-check';
import type { INodeExecutionData } from 'n8n-workflow';
import { fuzz } from '../../../fuzz/support/fuzz';
import { anyJson, anyScalar } from '../../../fuzz/support/json';
import { expectOutputs } from '../../../fuzz/support/output';
import { SUBJECTS } from '../../../fuzz/support/subjects';
import { expectPlainFailure, reportedBy } from '../../../fuzz/support/words';
import { fakeExecution, json } from '../../../unit/support/execution';

const getMany = SUBJECTS.find(({ name }) => name === 'AntBuddy Call: Get Many')!;

const LIST = 'https://alice.example.com/rest-api/voice-otp/';
/** Pages after which the provider has no more. */
const MOST_PAGES = 30;

const nexts = fc.oneof(
	{ weight: 6, arbitrary: fc.nat(5).map((page) => `${LIST}?page=${page}`) },
	{ weight: 2, arbitrary: fc.constant('NEW') },
	{
		weight: 4,
		arbitrary: fc.constantFrom<unknown>(
			...[
				'?page=2',
				'http://alice.example.com/rest-api/voice-otp/?page=3',
				LIST,
				'/rest-api/voice-otp/',
			],
			...[
				'https://elsewhere.example.com/rest-api/voice-otp/',
				'//elsewhere.example.com/',
				'..',
				'../../x',
			],
			...['https://alice.example.com.elsewhere.example/', `https://${'a'.repeat(5_000)}.example/`],
			...[
				'https://alice.example.com@elsewhere.example/rest-api/',
				'\\\\elsewhere.example\\',
				'https://[',
			],
			...[null, '', 2, ['?page=2'], { href: '?page=2' }],
		),
	},
	{ weight: 1, arbitrary: anyJson },
);

const pages = fc.record({
	pages: fc.array(
		fc.record({
			calls: fc.oneof(
				fc.array(fc.record({ id: anyScalar, otp: fc.constant('8301927465') }), { maxLength: 3 }),
				fc.array(anyJson, { maxLength: 3 }),
			),
			next: nexts,
			shape: fc.constantFrom('results', 'data', 'bare'),
		}),
		{ minLength: 1, maxLength: 5 },
	),
	parameters: fc.constantFrom<{ returnAll?: boolean; limit?: number }>(
		{ returnAll: true },
		{ limit: 1 },
		{ limit: 4 },
		{ limit: 50 },
	),
});

/**
 * Wherever the list says it goes on: only the provider's own list is asked, no page twice, each page but the last
 * because it brought calls, and so a list without an end comes to one where it brings nothing more.
 */
fuzz('pages of AntBuddy Call: Get Many', 6, pages, async ({ pages: given, parameters }) => {
	const { node, credential } = getMany;
	const brought: number[] = [];
	const { context, sent } = fakeExecution({
		parameters: { resource: 'call', operation: 'getAll', ...parameters },
		credential: { ...credential },
		respond: (_, nth) => {
			const { calls, next, shape } = given[nth % given.length];
			brought.push(calls.length);
			if (nth >= MOST_PAGES) return json([]);
			if (shape === 'bare') return json(calls);
			return json({ [shape]: calls, next: next === 'NEW' ? `${LIST}?page=1${nth}` : next });
		},
	});
	const result = await (node.execute!.call(context) as Promise<INodeExecutionData[][]>).catch(
		(thrown: unknown) => expectPlainFailure(reportedBy(thrown), 1),
	);
	if (result) expectOutputs(result[0], 1, () => {});
	const asked = sent.map(({ options }) => options.url);
	expect(new Set(asked).size).toBe(asked.length);
	for (const url of asked) expect(url.startsWith('https://alice.example.com/rest-api/')).toBe(true);
	expect(brought.slice(0, -1).filter((calls) => calls === 0)).toEqual([]);
	const limit = parameters.limit ?? Infinity;
	if (result) expect(result[0].length).toBeLessThanOrEqual(limit);
});
