import { existsSync } from 'node:fs';
import path from 'node:path';
import {
	choicesOf,
	credentialFiles,
	credentials,
	filesIn,
	nodeFiles,
	nodes,
	root,
	textOf,
} from '../../support/package';

const HOMEPAGE = 'https://www.npmjs.com/package/n8n-nodes-voice-sms-otp';

interface Package {
	name: string;
	main: string;
	files: string[];
	keywords: string[];
	n8n: { n8nNodesApiVersion: number; nodes: string[]; credentials: string[] };
	dependencies?: object;
	peerDependencies: object;
}

interface Codex {
	node: string;
	nodeVersion: string;
	codexVersion: string;
	categories: string[];
	resources: Record<'credentialDocumentation' | 'primaryDocumentation', Array<{ url: string }>>;
	alias: string[];
}

/** The addresses of README's sections on GitHub and npm. */
const sections = [...textOf('README.md').matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
	heading
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\s_-]/gu, '')
		.replaceAll(' ', '-'),
);
const sectionOf = (url: string) => new URL(url).hash.slice(1);

const manifest = JSON.parse(textOf('package.json')) as Package;
const built = (file: string) => `dist/${file.replace(/\.ts$/, '.js')}`;

describe('package.json', () => {
	it('lists every node and every credential, and nothing else', () => {
		expect([...manifest.n8n.nodes].sort()).toEqual(nodeFiles.map(built).sort());
		expect([...manifest.n8n.credentials].sort()).toEqual(credentialFiles.map(built).sort());
		expect(manifest.n8n.n8nNodesApiVersion).toBe(1);
	});

	it('has n8n-workflow as its only peer dependency, and no runtime dependency', () => {
		expect(manifest.dependencies ?? {}).toEqual({});
		expect(Object.keys(manifest.peerDependencies)).toEqual(['n8n-workflow']);
	});

	it('has the keyword that n8n looks for, and publishes the build', () => {
		expect(manifest.name).toMatch(/^n8n-nodes-/);
		expect(manifest.keywords).toContain('n8n-community-node-package');
		expect(manifest.files).toEqual(expect.arrayContaining(['dist', 'index.js']));
	});
});

describe.each(nodes.map(({ node, file }) => [node.description.name, file] as const))(
	'the codex file of %s',
	(name, file) => {
		const codex = JSON.parse(textOf(file.replace(/\.ts$/, '.json'))) as Codex;

		it('names its node, and has the resources that n8n requires', () => {
			expect(codex.node).toBe(`${manifest.name}.${name}`);
			expect([codex.nodeVersion, codex.codexVersion]).toEqual(['1.0', '1.0']);
			for (const place of ['credentialDocumentation', 'primaryDocumentation'] as const) {
				expect(codex.resources[place]).toHaveLength(1);
				expect(codex.resources[place][0].url).toMatch(`${HOMEPAGE}#`);
			}
		});

		it('links to sections of README that exist', () => {
			const { credentialDocumentation, primaryDocumentation } = codex.resources;
			const documented = sectionOf(credentialDocumentation[0].url);
			const ofOne = credentials.map(({ credential }) => sectionOf(credential.documentationUrl!));
			// The Phone Verification Trigger takes several.
			expect([...ofOne, 'credentials']).toContain(documented);
			expect(sections).toContain(documented);
			expect(sectionOf(primaryDocumentation[0].url)).toBe(
				name.endsWith('Trigger') ? 'triggers' : 'operations',
			);
			expect(sections).toContain(sectionOf(primaryDocumentation[0].url));
		});

		it("has n8n's categories and search words", () => {
			expect(codex.categories).toContain('Communication');
			expect(codex.alias).toEqual(
				expect.arrayContaining(['otp', '2fa', 'verification code', 'phone verification']),
			);
			expect(new Set(codex.alias).size).toBe(codex.alias.length);
			for (const alias of codex.alias) expect(alias).toBe(alias.toLowerCase().trim());
		});
	},
);

it.each(['otp', 'verify phone', '2fa', 'sms code'])('is found by a search for “%s”', (words) => {
	const found = nodeFiles.filter((file) => {
		const { alias } = JSON.parse(textOf(file.replace(/\.ts$/, '.json'))) as Codex;
		return alias.some((one) => one.startsWith(words));
	});
	expect(found).not.toEqual([]);
});

it('has a node for each codex file', () => {
	const codexFiles = filesIn('nodes', '.node.json');
	expect(codexFiles).toEqual(nodeFiles.map((file) => file.replace(/\.ts$/, '.json')));
});

it('describes the output of each operation, and nothing else', () => {
	const expected = nodes.flatMap(({ node, file }) =>
		node.description.properties
			.filter(({ name }) => name === 'operation')
			.flatMap((select) =>
				choicesOf(select).map(({ value }) => {
					const resource = String(select.displayOptions?.show?.resource);
					const folder = `${path.posix.dirname(file)}/__schema__/v1.0.0`;
					return `${folder}/${resource}/${String(value)}.json`;
				}),
			),
	);
	const found = filesIn('nodes', '.json').filter((file) => file.includes('/__schema__/'));
	expect(found).toEqual(expected.sort());
	for (const file of found) expect(JSON.parse(textOf(file))).toMatchObject({ type: 'object' });
});

it('uses every icon', () => {
	const sources = [...nodeFiles, ...credentialFiles].map(textOf).join('\n');
	for (const icon of filesIn('icons', '.svg')) expect(sources).toContain(`/${icon}`);
	expect(existsSync(path.join(root, 'icons'))).toBe(true);
});
