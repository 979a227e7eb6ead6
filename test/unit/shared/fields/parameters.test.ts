import type { IExecuteFunctions, INodeParameters } from 'n8n-workflow';
import { parameterReader } from '../../../../nodes/shared/fields/parameters';

/** n8n's reading, which gives another value for each item, and counts. */
function readerOf(parameters: INodeParameters) {
	const getNodeParameter = jest.fn((name: string, index: number, fallback?: unknown) =>
		name in parameters ? `${name} of ${index}` : fallback,
	);
	const items = [{ json: { a: 'the field' } }];
	const context = {
		getNode: () => ({ parameters }),
		getInputData: () => items,
		getWorkflowDataProxy: () => ({ $json: items[0].json }),
		getNodeParameter,
	};
	const read = parameterReader(context as unknown as IExecuteFunctions);
	return { read, getNodeParameter };
}

it.each<[string, INodeParameters[string]]>([
	['a text', 'plain = text'],
	['a number', 5],
	['an object', { a: { b: 'text' }, c: [1, 'x = y'] }],
	['null', null as never],
	['a variable', '={{ $vars.sender }}'],
	['a field of an environment variable', '={{$env.SENDER}}'],
	['the name of the workflow', '={{ $workflow.name }}'],
	['a field of the first item of a node', "={{ $('Set, up').first().json.body.sender }}"],
	['options with such expressions', { a: '={{ $vars.a }}', b: "={{ $('B').last().json.c }}" }],
])('evaluates %s once for all items', (_, value) => {
	const { read, getNodeParameter } = readerOf({ name: value });
	expect([read('name', 0), read('name', 1), read('name', 2)]).toEqual([
		'name of 0',
		'name of 0',
		'name of 0',
	]);
	expect(getNodeParameter).toHaveBeenCalledTimes(1);
});

it.each<[string, INodeParameters[string]]>([
	['a text', '={{ $json.a + 1 }}'],
	['an object', { a: { b: '={{ $json.a }}' } }],
	['a list', ['plain', '=expression']],
	['a text', '={{ $vars.a }}{{ $json.a }}'],
	['a variable', '={{ $vars[$json.a] }}'],
	['a text', "={{ $('Set').item.json.a }}"],
	['a text', "={{ $('Set').first().json.a + $json.a }}"],
	['a text', "={{ $('Set').first($itemIndex).json.a }}"],
	['custom data', '={{ $execution.customData.get("a") }}'],
])('evaluates %s with an expression for each item', (_, value) => {
	const { read, getNodeParameter } = readerOf({ name: value });
	expect([read('name', 0), read('name', 1), read('name', 0)]).toEqual([
		'name of 0',
		'name of 1',
		'name of 0',
	]);
	expect(getNodeParameter).toHaveBeenCalledTimes(3);
});

it('reads a field of the item without n8n, and leaves an item without the field to n8n', () => {
	const { read, getNodeParameter } = readerOf({ name: '={{ $json.a }}' });
	expect(read('name', 0)).toBe('the field');
	expect(getNodeParameter).not.toHaveBeenCalled();
	expect(read('name', 1)).toBe('name of 1');
	expect(getNodeParameter).toHaveBeenCalledTimes(1);
});

it('passes the fallback on for a parameter that the workflow does not contain', () => {
	const { read } = readerOf({});
	expect(read('missing', 0, 'fallback')).toBe('fallback');
	expect(read('missing', 1, 'fallback')).toBe('fallback');
});

it('keeps parameters apart', () => {
	const { read } = readerOf({ a: 'x', b: 'y' });
	expect([read('a', 0), read('b', 0)]).toEqual(['a of 0', 'b of 0']);
});
