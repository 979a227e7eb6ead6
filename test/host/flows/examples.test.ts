import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { INodeProperties } from 'n8n-workflow';

import { nodes as packageNodes } from '../../support/package';
import { packageRoot } from '../system/paths';
import { type Example, loadExamples } from './support/examples';

const PACKAGE = 'n8n-nodes-voice-sms-otp.';
const NOTE = 'n8n-nodes-base.stickyNote';
const TOOL_FIELDS = ['descriptionType', 'toolDescription'];

const nodeTypes = new Map(packageNodes.map(({ node }) => [PACKAGE + node.description.name, node]));

const examples = loadExamples().map((example): [string, Example] => [example.file, example]);

it('finds ten examples', () => {
	expect(examples.map(([file]) => file)).toEqual([
		'bulk-recipients',
		'delivery-log',
		'mcp-server',
		'otp-api',
		'phone-verification-form-sms',
		'phone-verification-form-voice',
		'phone-verification',
		'sign-up',
		'sms-first-voice-if-not-delivered',
		'sms-first-voice',
	]);
});

const readme = readFileSync(path.join(packageRoot, 'README.md'), 'utf8');

describe.each(examples)('%s', (file, { workflow }) => {
	const text = readFileSync(path.join(packageRoot, 'examples', `${file}.json`), 'utf8');
	const { nodes, connections } = workflow;
	const names = nodes.map(({ name }) => name);

	it("has the format of n8n's export", () => {
		expect(text).toBe(`${JSON.stringify(workflow, null, 2)}\n`);
		expect(workflow).toMatchObject({ active: false, pinData: {} });
	});

	it('has unique ids, and connects only existing nodes', () => {
		expect(new Set(names).size).toBe(names.length);
		expect(new Set(nodes.map(({ id }) => id)).size).toBe(names.length);
		const connected = Object.entries(connections).flatMap(([from, outputs]) => [
			from,
			...Object.values(outputs)
				.flat(2)
				.map((target) => target?.node),
		]);
		const mentioned = [...text.matchAll(/\$\('([^']+)'\)/g)].map(([, name]) => name);
		for (const name of [...connected, ...mentioned]) expect(names).toContain(name);
	});

	it('is listed in README with its number of nodes', () => {
		const count = nodes.filter(({ type }) => type !== NOTE).length;
		const [row] = readme.match(new RegExp(`^.*examples/${file}\\.json.*$`, 'm')) ?? [];
		expect(row?.split('|').at(-2)?.trim()).toBe(String(count));
	});

	it('contains no credential, no secret and no address', () => {
		for (const { credentials = {}, parameters } of nodes) {
			for (const { id } of Object.values(credentials)) expect(id).toBe('');
			expect(parameters.verificationToken ?? '').toBe('');
		}
		expect(text).not.toMatch(/https?:\/\/|\w@\w/);
	});

	it('explains itself without banned words', () => {
		const notes = nodes
			.filter(({ type }) => type === NOTE)
			.map(({ parameters }) => parameters.content);
		expect(notes.length).toBeGreaterThan(1);
		expect(notes[0]).toMatch(/^## [^]+\*\*To use it\*\*/);
		const shown = nodes.map(({ parameters }) => JSON.stringify(parameters)).join('\n');
		expect(shown.replaceAll('$json.error', '')).not.toMatch(
			/\b(errors?|problems?|failures?|mistakes?)\b/i,
		);
	});

	it('uses only fields that the nodes have', () => {
		const ours = nodes.filter(({ type }) => type.startsWith(PACKAGE));
		expect(ours).not.toEqual([]);
		for (const { type, parameters } of ours) {
			const node = nodeTypes.get(type.replace(/Tool$/, ''));
			const fields = node?.description.properties ?? [];
			const { resource = fields.find(({ name }) => name === 'resource')?.default, operation } =
				parameters;
			const here = fields.filter((field) => isShown(field, { resource, operation }));
			const known = [...here.map(({ name }) => name), ...TOOL_FIELDS, 'operation'];
			expect(known).toEqual(expect.arrayContaining(Object.keys(parameters)));
			const options = here.find(({ name }) => name === 'options')?.options ?? [];
			expect(options.map(({ name }) => name)).toEqual(
				expect.arrayContaining(Object.keys(parameters.options ?? {})),
			);
		}
	});
});

/** Whether a field belongs to a resource and operation; a node that names no operation has the first one. */
function isShown(
	{ displayOptions }: INodeProperties,
	{ resource, operation }: { resource: unknown; operation: unknown },
): boolean {
	const { resource: resources, operation: operations } = displayOptions?.show ?? {};
	if (resources && !resources.includes(resource as string)) return false;
	const first = resource === 'code' ? 'verify' : resource === 'otp' ? 'request' : 'create';
	return !operations || operations.includes((operation ?? first) as string);
}
