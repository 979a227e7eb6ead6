import fc from 'fast-check';
import { Expression, Workflow, WorkflowDataProxy } from 'n8n-workflow';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	NodeParameterValueType,
} from 'n8n-workflow';
import { fieldReader } from '../../../../nodes/shared/fields/jsonFields';

Expression.setExpressionEngine('legacy');

const workflow = new Workflow({
	nodes: [
		{ id: 'n', name: 'Node', type: 'node', typeVersion: 1, position: [0, 0], parameters: {} },
	],
	connections: {},
	active: false,
	nodeTypes: { getByNameAndVersion: () => undefined } as never,
});

/** What n8n itself makes of a parameter. */
const evaluated = (parameter: string, items: INodeExecutionData[], index: number) =>
	workflow.expression.getParameterValue(
		...([parameter, null, 0, index, 'Node', items, 'manual', {}] as const),
	);

/** A node's functions with n8n's own data proxy; as a tool of an AI agent, the input is another than `$json` is. */
function contextOf(items: INodeExecutionData[], input = items) {
	const proxyOf = (index: number) =>
		new WorkflowDataProxy(
			...([workflow, null, 0, index, 'Node', items, {}, 'manual', {}] as const),
		).getDataProxy();
	const getWorkflowDataProxy = jest.fn(proxyOf);
	const context = { getInputData: () => input, getWorkflowDataProxy };
	return { context: context as unknown as IExecuteFunctions, getWorkflowDataProxy };
}

const toItems = (...jsons: IDataObject[]) => jsons.map((json) => ({ json }));
const readFrom = (json: IDataObject, parameter: NodeParameterValueType) =>
	fieldReader(contextOf(toItems(json)).context)(parameter, 0);

it.each([
	['={{ $json.phone }}', '0919273027'],
	['={{$json.phone}}', '0919273027'],
	['={{ $json.body.person.age }}', 41],
	["={{ $json['Phone Number'] }}", ' 081 '],
	["={{ $json.body['is new'] }}", false],
	['={{ $json.$a_1 }}', ''],
	['={{ $json.list.length }}', 2],
])('reads %s as n8n does', (parameter, value) => {
	const json = {
		...{ phone: '0919273027', 'Phone Number': ' 081 ', $a_1: '', list: [1, 2] },
		body: { person: { age: 41 }, 'is new': false },
	};
	expect(readFrom(json, parameter)).toBe(value);
	expect(evaluated(parameter, toItems(json), 0)).toBe(value);
});

it.each([
	['plain text', 'phone'],
	['text that looks like it', '{{ $json.phone }}'],
	['text that ends like it', 'phone={{ $json.phone }}'],
	['text around it', '=+{{ $json.phone }}'],
	['a space before it', '= {{ $json.phone }}'],
	['two of them', '={{ $json.phone }}{{ $json.phone }}'],
	['a method', '={{ $json.phone.trim() }}'],
	['a sum', '={{ $json.phone + 1 }}'],
	['an element', '={{ $json.list[0] }}'],
	['another node', '={{ $node.json.phone }}'],
	['an optional field', '={{ $json?.phone }}'],
	['a comment', '={{ $json.phone /* */ }}'],
	['an escape', "={{ $json['pho\\x6ee'] }}"],
	['a missing field', '={{ $json.missing }}'],
	['a field of a text', '={{ $json.phone.length }}'],
	['what every object has', '={{ $json.constructor }}'],
	['an object', '={{ $json.body }}'],
	['a list', '={{ $json.list }}'],
	['null', '={{ $json.nothing }}'],
	['a field of null', '={{ $json.nothing.phone }}'],
	['a parameter that is an object', { phone: '={{ $json.phone }}' }],
	['a parameter that is a list', ['={{ $json.phone }}']],
	['a number', 5],
])('leaves to n8n: %s', (_, parameter) => {
	const json = { phone: '091', body: { a: 1 }, list: ['x'], nothing: null };
	expect(readFrom(json, parameter)).toBeUndefined();
});

it('reads any field as n8n does', () => {
	const key = fc.constantFrom('a', 'b', 'phone', '$x', 'Phone Number', 'toString');
	const json = fc.dictionary(key, fc.jsonValue());
	const step = fc
		.tuple(key, fc.boolean())
		.map(([name, quoted]) => (quoted || name.includes(' ') ? `['${name}']` : `.${name}`));
	let read = 0;
	fc.assert(
		fc.property(json, fc.array(step, { minLength: 1, maxLength: 2 }), (item, steps) => {
			const parameter = `={{ $json${steps.join('')} }}`;
			const value = readFrom(item as IDataObject, parameter);
			if (value === undefined) return;
			read++;
			expect(value).toBe(evaluated(parameter, toItems(item as IDataObject), 0));
		}),
		{ numRuns: 2_000 },
	);
	expect(read).toBeGreaterThan(100);
});

it.each(['caller', 'callee', '__proto__'])(
	'reads data under %s, a name that n8n always refuses',
	(name) => {
		const json = JSON.parse(`{ "${name}": "+31201234567" }`) as IDataObject;
		const parameter = `={{ $json.${name} }}`;
		expect(readFrom(json, parameter)).toBe('+31201234567');
		expect(readFrom({}, parameter)).toBeUndefined();
		expect(() => evaluated(parameter, toItems(json), 0)).toThrow('security concerns');
	},
);

it("reads each item's own field, and calls n8n once for all items", () => {
	const { context, getWorkflowDataProxy } = contextOf(toItems({ a: 'x' }, { a: 'y' }, {}));
	const read = fieldReader(context);
	expect([0, 1, 2].map((index) => read('={{ $json.a }}', index))).toEqual(['x', 'y', undefined]);
	expect(getWorkflowDataProxy).toHaveBeenCalledTimes(1);
});

it('does not call n8n if no parameter is a field', () => {
	const { context, getWorkflowDataProxy } = contextOf(toItems({ a: 'x' }));
	expect(fieldReader(context)('={{ 1 }}', 0)).toBeUndefined();
	expect(getWorkflowDataProxy).not.toHaveBeenCalled();
});

it('leaves everything to n8n if $json is not the input, as in a tool of an AI agent', () => {
	const { context } = contextOf(
		toItems({ phone: 'the agent’s' }),
		toItems({ phone: 'the tool’s' }),
	);
	expect(fieldReader(context)('={{ $json.phone }}', 0)).toBeUndefined();
});

it('leaves a field that n8n refuses to n8n', () => {
	expect(fieldReader(contextOf([]).context)('={{ $json.phone }}', 0)).toBeUndefined();
});
