import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';
import type { Field } from '../../../nodes/shared/fields/field';
import { declaredOperations, putAt } from '../../docs/fields';
import type { DeclaredOperation, Leaf } from '../../docs/fields';
import { json } from '../support/execution';
import { seenOf } from '../support/failure';
import { execute } from '../support/operation';

/** Read without a message: an answer about a code is an output. */
const WITHOUT_LIMITS = /^(challenge|options\.defaultCountry)$/;

/** A value, and the message and advice about it. */
type Refused = [value: unknown, message: string, advice: string];

interface Limits {
	within: unknown[];
	beyond: Refused[];
}

function ofNumber({ label, property }: Field): Limits {
	const { minValue = 0, maxValue } = property.typeOptions!;
	const words =
		maxValue === undefined ? `of ${minValue} or more` : `from ${minValue} to ${maxValue}`;
	const wrong = [
		minValue - 1,
		minValue + 0.5,
		'x',
		...(maxValue === undefined ? [] : [maxValue + 1]),
	];
	return {
		within: [minValue, maxValue ?? 1_000_000],
		beyond: wrong.map((value) => [
			value,
			`${label} is “${value}”, which is not a whole number ${words}`,
			`Set ${label} to a whole number ${words}.`,
		]),
	};
}

function ofChoice({ label, property }: Field): Limits {
	const values = (property.options as INodePropertyOptions[]).map(({ value }) => value);
	const advice = `Set ${label} to one of: ${values.join(', ')}.`;
	return {
		within: values,
		beyond: [['rubbish', `${label} is “rubbish”, which is not among its values`, advice]],
	};
}

function ofText({ label, property, maxLength, form }: Field): Limits {
	const limits: Limits = { within: [], beyond: [] };
	// A workflow that was written by hand may lack what the panel always has.
	if (property.required)
		for (const value of ['', undefined]) limits.beyond.push([value, `${label} is empty`, '']);
	if (form === 'a web address') {
		limits.within.push('https://example.com/');
		limits.beyond.push(['callback', `${label} “callback” is not a web address`, 'Enter a full']);
	}
	if (maxLength === undefined) return limits;
	const tooLong = `${label} is ${maxLength + 1} characters long; at most ${maxLength} are possible`;
	limits.within.push('x', 'x'.repeat(maxLength));
	limits.beyond.push(
		['x'.repeat(maxLength + 1), tooLong, `Shorten ${label} to ${maxLength} characters.`],
		[true, `${label} “true” is not a text`, `Give ${label} a text`],
	);
	return limits;
}

function limitsOf(field: Field): Limits {
	const { label, property } = field;
	if (property.type === 'number') return ofNumber(field);
	if (property.type === 'options') return ofChoice(field);
	if (property.type !== 'boolean') return ofText(field);
	const advice = `Set ${label} to true or false.`;
	const message = `${label} is “perhaps”, which is neither true nor false`;
	return { within: [true, false], beyond: [['perhaps', message, advice]] };
}

/** A value that a required field takes: the one that its placeholder shows. */
const exampleOf = ({ property }: Field) => property.placeholder!.replace(/^e\.g\. /, '');

/** What it takes to run the operation with this value in this field. */
function parametersWith({ leaves }: DeclaredOperation, { path, field }: Leaf, value: unknown) {
	const parameters: IDataObject = {};
	for (const other of leaves)
		if (other.field.property.required) putAt(parameters, other.path, exampleOf(other.field));
	for (const [name, shown] of Object.entries(field.property.displayOptions?.show ?? {}))
		putAt(parameters, name, shown![0]);
	if (field.sentWith) putAt(parameters, path.replace(field.property.name, field.sentWith), 'Hello');
	putAt(parameters, path, value);
	return parameters;
}

/** Runs an operation; the number of its requests, and the failure where there was one. */
async function run(declared: DeclaredOperation, leaf: Leaf, value: unknown) {
	const respond = jest.fn(() => json({ id: 7 }));
	const setting = { parameters: parametersWith(declared, leaf, value), respond };
	try {
		await execute(declared.operation, declared.provider, setting);
	} catch (thrown) {
		return { failure: seenOf(thrown), requests: respond.mock.calls.length };
	}
	return { requests: respond.mock.calls.length };
}

const cases = declaredOperations.flatMap((declared) =>
	declared.leaves
		.filter(({ path }) => !WITHOUT_LIMITS.test(path))
		// What an operation without a request says of these is its output.
		.filter(({ path }) => declared.operation.endpoint || !['code', 'phoneNumber'].includes(path))
		.map((leaf) => ({
			...{ name: `${declared.node} ${declared.title}: ${leaf.title}`, declared, leaf },
			...limitsOf(leaf.field),
		})),
);

it('finds the fields with limits', () => {
	expect(cases.filter(({ within }) => within.length > 0).length).toBeGreaterThan(50);
});

it.each(cases)('accepts the limits of $name', async ({ declared, leaf, within }) => {
	for (const value of within) {
		const { failure, requests } = await run(declared, leaf, value);
		expect([value, failure?.outcome]).not.toEqual([value, 'notSent']);
		expect(requests).toBe(declared.operation.endpoint ? 1 : 0);
	}
});

it.each(cases)('refuses values beyond the limits of $name', async ({ declared, leaf, beyond }) => {
	for (const [value, message, advice] of beyond) {
		const { failure, requests } = await run(declared, leaf, value);
		expect(failure).toMatchObject({ message, outcome: 'notSent' });
		expect(failure!.description).toContain(advice);
		expect(requests).toBe(0);
	}
});
