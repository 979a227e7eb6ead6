import fc from 'fast-check';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { operationsOf } from '../docs/described';
import { fakeExecution, json } from '../unit/support/execution';
import { fuzz } from './support/fuzz';
import { anyJson, anyScalar, anyText } from './support/json';
import { expectJson } from './support/output';
import { SUBJECTS } from './support/subjects';
import type { Subject } from './support/subjects';
import { expectPlainFailure, reportedBy } from './support/words';

jest.mock('../../nodes/shared/request/pause', () => jest.requireActual('./support/clock'));

/** The names of an operation's parameters, and below some of them the names of their entries. */
function namesOf({ node, parameters }: Subject) {
	const { properties } = operationsOf(node.description).find(
		({ resource, operation }) =>
			resource === parameters.resource && operation === parameters.operation,
	)!;
	return properties.map(({ name, options = [] }) => ({
		name,
		entries: options.flatMap((option) => ('name' in option ? [option.name] : [])),
	}));
}

/** What an expression may yield for a field, also what is no JSON. */
const anyValue = fc.oneof(
	{ weight: 6, arbitrary: anyJson },
	{ weight: 4, arbitrary: anyScalar },
	{ weight: 2, arbitrary: anyText },
	{
		weight: 1,
		arbitrary: fc.constantFrom<unknown>(
			...[undefined, NaN, Infinity, 10n, Symbol('s'), new Date(0), new Date(NaN), () => 1],
			...[
				{ toString: 1 },
				{ toJSON: () => undefined },
				Object.create(null),
				[undefined],
				new Map(),
			],
		),
	},
);

const settings = fc.constantFrom(...SUBJECTS).chain((subject) => {
	const names = namesOf(subject);
	const entry = fc.constantFrom(...names).chain(({ name, entries }) =>
		fc.record({
			name: fc.constant(name),
			value: fc.oneof(
				anyValue,
				fc.dictionary(fc.constantFrom(name, ...entries, 'constructor', '__proto__'), anyValue, {
					maxKeys: 4,
				}),
				fc.dictionary(
					fc.constantFrom(name, ...entries),
					fc.dictionary(fc.constantFrom('text', 'type', 'batchSize', 'batchInterval'), anyValue),
				),
			),
		}),
	);
	return fc.record({
		subject: fc.constant(subject),
		changes: fc.array(entry, { minLength: 1, maxLength: 3 }),
	});
});

/**
 * Whatever a field's expression yields, the operation sends and has an output, or says in plain words which field cannot
 * be used and sends nothing.
 */
fuzz('options of every operation', 10, settings, async ({ subject, changes }) => {
	const { node, parameters, perItem, credential, documented } = subject;
	const changed = Object.fromEntries(changes.map(({ name, value }) => [name, value]));
	const { context, sent } = fakeExecution({
		parameters: { ...parameters, ...perItem[0], ...changed } as IDataObject,
		credential: { ...credential },
		respond: () => json(documented[0]),
	});
	try {
		const [outputs] = (await node.execute!.call(context)) as INodeExecutionData[][];
		for (const output of outputs) expectJson(output.json);
	} catch (thrown) {
		const failure = reportedBy(thrown);
		expectPlainFailure(failure, 1);
		expect(failure.outcome).toBe('notSent');
		expect(sent).toEqual([]);
	}
});
