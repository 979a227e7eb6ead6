import path from 'node:path';
import Ajv from 'ajv';
import { loadOutputSchema } from 'n8n-core';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { operationsOf } from '../docs/described';
import { descriptionOf, descriptions } from '../docs/nodes';
import { providers } from '../providers';
import { NodeTest } from '../support/nodeTest';
import { fileOfNode, root } from '../support/package';

interface Schema {
	properties?: Record<string, Schema>;
}

const ajv = new Ajv();

const within = (key: string, inner: string[]) => [key, ...inner.map((name) => `${key}.${name}`)];

const keysOfSchema = ({ properties = {} }: Schema): string[] =>
	Object.entries(properties).flatMap(([key, inner]) => within(key, keysOfSchema(inner)));

const keysOfJson = (json: unknown): string[] =>
	json === null || typeof json !== 'object'
		? []
		: Object.entries(json).flatMap(([key, inner]) => within(key, keysOfJson(inner)));

/** Read as n8n reads it, for the panel and for its agents. */
function schemaOf(type: string, resource: string, operation: string): Schema {
	const nodeDir = path.join(root, path.dirname(fileOfNode(type)));
	const schema = loadOutputSchema({ nodeDir, version: 1, resource, operation });
	expect(schema).toMatchObject({ type: 'object', version: 1 });
	return schema as Schema;
}

it('runs every node that has operations', () => {
	const withOperations = descriptions.filter((node) => operationsOf(node)[0].operation !== '');
	const names = withOperations.map(({ name }) => name);
	expect(providers.map(({ node }) => node).sort()).toEqual(names.sort());
});

describe.each(providers)('the output schemas of $node', ({ node, madeUp = [], outputs }) => {
	const test = new NodeTest(node, {});
	const run = async (parameters: INodeParameters): Promise<IDataObject[]> => {
		const { output, error } = await test.run({ parameters });
		expect(error).toBeUndefined();
		return output.map(({ json }) => json);
	};

	it.each(operationsOf(descriptionOf(node)))(
		'match the output of $title, field by field',
		async ({ resource, operation }) => {
			const schema = schemaOf(node, resource, operation);
			const jsons = await outputs[`${resource} ${operation}`](run, test.sandbox);
			for (const json of jsons) {
				expect(ajv.validate(schema, json) ? [] : ajv.errors).toEqual([]);
			}
			const put = new Set(jsons.flatMap(keysOfJson).filter((key) => !madeUp.includes(key)));
			expect([...put].sort()).toEqual(keysOfSchema(schema).sort());
		},
	);
});
