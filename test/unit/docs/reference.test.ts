import { readFileSync } from 'node:fs';
import { credentialFields, credentials } from '../../docs/credentialFields';
import { fieldsOf, operationsOf } from '../../docs/described';
import { reference, referenceFile } from '../../docs/generateReference';
import { descriptions } from '../../docs/nodes';
import { outputOf, reportFields } from '../../docs/outputs';
import { wireFields } from '../../docs/wireFields';
import { credentials as ofThePackage } from '../../support/package';

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

describe('the table of credentials', () => {
	it('has every credential of the package and no other', () => {
		const names = ofThePackage.map(({ credential }) => credential.name).sort();
		expect(Object.keys(credentialFields).sort()).toEqual(names);
		expect(credentials.map(({ name }) => name).sort()).toEqual(names);
	});

	it.each(credentials)(
		'has every field of $name that a person fills in',
		({ name, properties }) => {
			const shown = properties.filter(({ type }) => type !== 'hidden').map((field) => field.name);
			expect(Object.keys(credentialFields[name]).sort()).toEqual(shown.sort());
		},
	);
});

describe('the outputs', () => {
	it.each(operations.filter(({ key }) => key !== ''))(
		'of $node $key are listed',
		({ node, key }) => {
			const [resource, operation] = key.split(' ');
			expect(outputOf(node, resource, operation).length).toBeGreaterThan(1);
		},
	);

	it.each(['antsSmsOtpTrigger', 'voiceOtpAdvancedTrigger'])('of %s are listed', (node) => {
		expect(reportFields[node]).toEqual(expect.arrayContaining(['status', 'report']));
	});
});
