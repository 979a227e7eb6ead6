import { declaredNodes, operationsOf } from '../../docs/fields';
import { outputsShown } from '../support/editor';

const VERDICTS = ['Verified', 'Try Again', 'Not Verified'];

const operations = declaredNodes.flatMap((node) =>
	operationsOf(node).map((declared) => ({ ...declared, description: node.description })),
);

describe.each(operations)('$title of $node', ({ description, resource, operation }) => {
	const shown = (typeVersion: number, more: object = {}) => {
		const parameters = { resource, operation: operation.value };
		return outputsShown(description, parameters, { typeVersion, ...more });
	};
	const labels = operation.value === 'verify' ? VERDICTS : [''];

	it('has the outputs that it names, in a node added now', () => {
		expect(shown(description.defaultVersion!)).toEqual(labels);
		expect(operation.outputs?.labels ?? ['']).toEqual(labels);
	});

	it('has one output in workflows saved before version 2', () => {
		expect(shown(1)).toEqual(['']);
	});

	it("has n8n's error output after its own", () => {
		const continued = { onError: 'continueErrorOutput' };
		const own = labels.length > 1 ? labels : ['Success'];
		expect(shown(2, continued)).toEqual([...own, 'Error']);
		expect(shown(1, continued)).toEqual(['Success', 'Error']);
	});
});
