import path from 'node:path';
import Ajv from 'ajv';
import { operationsOf } from '../docs/described';
import { descriptionOf, descriptions } from '../docs/nodes';
import { realOutputs, schemaText } from '../docs/schemas';
import { providers } from '../providers';
import { loadOutputSchema } from '../support/n8n/core';
import { fileOfNode, root, schemaFile, textOf } from '../support/package';

const ajv = new Ajv();

it('runs every node that has operations', () => {
	const withOperations = descriptions.filter((node) => operationsOf(node)[0].operation !== '');
	const names = withOperations.map(({ name }) => name);
	expect(providers.map(({ node }) => node).sort()).toEqual(names.sort());
});

describe.each(providers)('the output schemas of $node', (provider) => {
	const nodeDir = path.join(root, path.dirname(fileOfNode(provider.node)));

	it.each(operationsOf(descriptionOf(provider.node)))(
		'match the output of $title, field by field',
		async ({ resource, operation }) => {
			const outputs = await realOutputs(provider, `${resource} ${operation}`);
			const file = schemaFile(provider.node, resource, operation);
			expect(textOf(file)).toBe(schemaText(provider, outputs));
			const schema = loadOutputSchema({ nodeDir, version: 1, resource, operation })!;
			expect(schema).toMatchObject({ type: 'object', version: 1 });
			for (const output of outputs)
				expect(ajv.validate(schema, output) ? [] : ajv.errors).toEqual([]);
		},
	);
});
