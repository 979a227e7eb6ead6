import fc from 'fast-check';
import type { IContextObject, IDataObject, INodeExecutionData } from 'n8n-workflow';
import { withLogin } from '../../../nodes/shared/credential/authenticated';
import { bodyOf, fakeExecution } from '../../unit/support/execution';
import type { FullResponse, SentRequest } from '../../unit/support/execution';
import { answersLike, given } from './answers';
import type { FuzzedAnswer } from './answers';
import { expectHidden } from './echo';
import type { Hidden } from './echo';
import { expectSentOnce } from './once';
import { expectJson, expectOutput, expectOutputs } from './output';
import type { Subject } from './subjects';
import { expectPlainFailure, reportedBy } from './words';

/** A run of an operation: what it is answered, request by request, and how the node is set. */
interface FuzzedRun {
	answers: FuzzedAnswer[];
	items: number;
	continues: boolean;
	atOnce: number;
}

/** A request, what it carried, and what came back; nothing where no answer came. */
export interface Exchanged {
	request: SentRequest;
	hidden: Hidden;
	answer: FuzzedAnswer;
	response?: FullResponse;
}

/** What came of a run: the outputs of its last try, and every exchange. */
export interface ClassifiedRun {
	outputs: IDataObject[];
	exchanged: Exchanged[];
}

export const runsOf = ({ documented, perItem }: Subject): fc.Arbitrary<FuzzedRun> =>
	fc.record({
		items: fc.integer({ min: 1, max: perItem.length }),
		answers: fc.array(answersLike(documented), { minLength: 1, maxLength: 4 }),
		continues: fc.boolean(),
		atOnce: fc.constantFrom(1, 50),
	});

/** More than the four requests for each item in each of two tries. */
const MOST_REQUESTS = 40;

/** The JSON of an answer; undefined where there is none. */
export function parsedBody(response: FullResponse | undefined): unknown {
	try {
		return JSON.parse(new TextDecoder().decode(response?.body as Buffer).trim()) as unknown;
	} catch {
		return undefined;
	}
}

/** A value as text, its keys without the blanks around them, which ANTS' keys have (docs/providers/ants.md#answers). */
function comparable(value: unknown): string {
	const trimmed = (inner: unknown): unknown =>
		inner === null || typeof inner !== 'object'
			? inner
			: Array.isArray(inner)
				? inner.map(trimmed)
				: Object.fromEntries(
						Object.entries(inner).map(([key, deeper]) => [key.trim(), trimmed(deeper)]),
					);
	return JSON.stringify(trimmed(value) ?? null);
}

function* valuesIn(value: unknown): Generator<unknown> {
	yield value;
	if (value !== null && typeof value === 'object')
		for (const inner of Object.values(value)) yield* valuesIn(inner);
}

/** Whether a value is one that the provider gave in these answers. */
function givenIn(exchanged: Exchanged[]): (value: unknown) => boolean {
	let texts: Set<string> | undefined;
	return (value) => {
		texts ??= new Set(
			exchanged.flatMap(({ response }) => [...valuesIn(parsedBody(response))]).map(comparable),
		);
		const text = comparable(value);
		return texts.has(text) || text.includes('******');
	};
}

/** One try of the node. */
async function tryOnce(
	subject: Subject,
	run: FuzzedRun,
	kept: IContextObject,
	exchanged: Exchanged[],
): Promise<INodeExecutionData[] | { thrown: unknown }> {
	const { node, parameters, perItem, credential, codeIn } = subject;
	const { options } = parameters;
	const { context } = fakeExecution({
		parameters: {
			...parameters,
			options: { ...(options as IDataObject), maxConcurrency: run.atOnce },
		},
		perItem,
		credential: { ...credential },
		items: run.items,
		continueOnFail: run.continues,
		kept,
		node: { retryOnFail: true, maxTries: 2 },
		respond: (request) => {
			if (exchanged.length > MOST_REQUESTS) throw new Error('More requests than there can be');
			const code = request.options.body === undefined ? '' : codeIn(bodyOf(request));
			const hidden = { ...subject.secrets, code };
			const answer = run.answers[exchanged.length % run.answers.length];
			const entry: Exchanged = { request, hidden, answer };
			exchanged.push(entry);
			// As n8n does before it sends: from then on the provider may have got the request.
			withLogin(request.credential, request.options, {});
			return (entry.response = given(answer, hidden));
		},
	});
	try {
		const [outputs] = (await node.execute!.call(context)) as INodeExecutionData[][];
		return outputs;
	} catch (thrown) {
		return { thrown };
	}
}

/** n8n's rule for another try in continue mode. */
const isFailing = (output: INodeExecutionData | undefined) =>
	![undefined, null, false].includes(output?.json.error as never);

/**
 * Runs the operation for its items, and once more where n8n's Retry On Fail would.
 *
 * Whatever was answered: each try ends with outputs that satisfy the operation's schema, or throws an error of ours in
 * plain words; nobody is sent to again who may have been reached; no code and no secret is in what comes out or is kept.
 */
export async function expectClassified(subject: Subject, run: FuzzedRun): Promise<ClassifiedRun> {
	const exchanged: Exchanged[] = [];
	let outputs: IDataObject[] = [];
	const kept: IContextObject = {};
	const { items } = run;
	for (let tries = 0; tries < 2; tries++) {
		const result = await tryOnce(subject, run, kept, exchanged);
		const hidden = exchanged.map((entry) => entry.hidden);
		expectHidden([result, kept], hidden);
		expectJson(kept);
		if (Array.isArray(result)) {
			const isGiven = givenIn(exchanged);
			expectOutputs(result, items, (json) => expectOutput(json, subject, isGiven));
		} else {
			if (run.continues) throw result.thrown;
			expectPlainFailure(reportedBy(result.thrown), items);
		}
		if (subject.sends) expectSentOnce(subject, exchanged);
		if (!Array.isArray(result)) continue;
		outputs = result.map(({ json }) => json);
		if (!isFailing(result[0])) break;
	}
	return { outputs, exchanged };
}
