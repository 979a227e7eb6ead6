import { readFileSync } from 'node:fs';
import { fieldsOf, operationsOf } from '../../docs/described';
import { reference, referenceFile } from '../../docs/generateReference';
import { descriptions } from '../../docs/nodes';
import { wireFields } from '../../docs/wireFields';

const operations = descriptions.flatMap((node) =>
	operationsOf(node).map(({ resource, operation, properties }) => ({
		node: node.name,
		key: `${resource} ${operation}`.trim(),
		properties,
	})),
);

describe('docs/reference.md', () => {
	it('is what "npm run reference" makes of the nodes as they are', () => {
		expect(readFileSync(referenceFile, 'utf8')).toBe(reference());
	});
});

describe('the table of wire names', () => {
	it('has every operation and no other', () => {
		const inTable = Object.entries(wireFields).flatMap(([node, its]) =>
			Object.keys(its).map((key) => `${node} ${key}`),
		);
		expect(inTable.sort()).toEqual(operations.map(({ node, key }) => `${node} ${key}`).sort());
	});

	it.each(operations)('has every field of $node $key and no other', ({ node, key, properties }) => {
		const paths = fieldsOf(properties).map(({ path }) => path);
		expect(Object.keys(wireFields[node][key].fields).sort()).toEqual(paths.sort());
	});
});
