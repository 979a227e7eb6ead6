import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import { operationsOf } from '../../docs/described';
import { outputsShown } from '../support/editor';
import { choicesOf, credentials, filesIn, innerOf, nodes, root } from '../../support/package';

interface Type {
	name: string;
	displayName: string;
	properties: INodeProperties[];
}

const [tarball] = filesIn('test/host/upgrade', '.tgz');

/** What n8n reads of the last release when it starts. */
const released = <T extends Type>(kind: 'nodes' | 'credentials'): T[] =>
	JSON.parse(
		execFileSync('tar', ['-xzOf', path.join(root, tarball), `package/dist/types/${kind}.json`], {
			encoding: 'utf8',
		}),
	) as T[];

/** All that a workflow or a stored credential can depend on: fields with type and default, and the values of selects. */
const promisesOf = (properties: INodeProperties[], place = ''): string[] =>
	properties.flatMap((property) => {
		const { resource, operation } = property.displayOptions?.show ?? {};
		const shownFor = [resource, operation].flatMap((values) => values ?? []).join('/');
		const name = `${place}${shownFor && `${shownFor}: `}${property.name}`;
		return [
			`${name} (${property.type}), ${JSON.stringify(property.default)} unless given`,
			...choicesOf(property).map(({ value }) => `${name} takes ${JSON.stringify(value)}`),
			...promisesOf(innerOf(property), `${name} > `),
		];
	});

/** n8n fills what the package hides in a credential, and nobody else depends on it. */
const withoutHidden = (properties: INodeProperties[]) =>
	properties.filter(({ type }) => type !== 'hidden');

/** A default that was changed on purpose: the pace of a run, which no outcome depends on. */
const CHANGED = /maxConcurrency \(number\), 50 unless given$/;

/** What a promise of the last release is not kept by. */
function expectKept(before: Type, now: Type | undefined): void {
	expect(now).toMatchObject({ displayName: before.displayName });
	const kept = new Set(promisesOf(now!.properties));
	const promised = promisesOf(withoutHidden(before.properties));
	const broken = promised.filter((promise) => !kept.has(promise) && !CHANGED.test(promise));
	expect(broken).toEqual([]);
}

it.each(released<INodeTypeDescription>('nodes'))(
	'keeps what workflows with the released $name depend on',
	(before) => {
		const now = nodes.find(({ node }) => node.description.name === before.name)?.node.description;
		expectKept(before, now);
		const { version, inputs, outputs, webhooks, credentials: login = [] } = before;
		expect(now).toMatchObject({ inputs });
		// The address that a provider calls ends with the path.
		expect(now?.webhooks).toEqual(webhooks);
		expect([now?.version].flat()).toContain(version);
		for (const { resource, operation } of operationsOf(before)) {
			const settings = { typeVersion: version as number };
			const shown = outputsShown(now!, { resource, operation }, settings);
			expect(shown).toEqual((outputs as string[]).map(() => ''));
		}
		// Who tests a credential is nothing that a workflow depends on.
		const needed = now?.credentials?.map((type) => ({ ...type, testedBy: undefined }));
		expect(needed ?? []).toEqual(login);
	},
);

it.each(released('credentials'))(
	'keeps what stored credentials of the released $name depend on',
	(before) => {
		expectKept(
			before,
			credentials.find(({ credential }) => credential.name === before.name)?.credential,
		);
	},
);

it('asks every node for a credential that there is', () => {
	const names = credentials.map(({ credential }) => credential.name);
	for (const { node } of nodes)
		for (const { name } of node.description.credentials ?? []) expect(names).toContain(name);
});

it.each(nodes.map(({ node }) => node))(
	'$description.name has the test of each credential that it asks for',
	({ description, methods }) => {
		for (const { name, testedBy } of description.credentials ?? []) {
			// The credential may have a test of its own.
			const own = credentials.find(({ credential }) => credential.name === name)!.credential.test;
			const test = methods?.credentialTest?.[String(testedBy)] ?? own;
			expect([name, test]).not.toEqual([name, undefined]);
		}
	},
);
