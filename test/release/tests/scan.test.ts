import { appendFile, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runCommand } from '../../host/system/command';
import { filesIn, root } from '../../support/package';
import { packAndUnpack } from '../packed';
import type { Packed } from '../packed';

/** What n8n's scanner says of a folder, and what it saw there. */
interface Scan {
	root: string | null;
	passed: boolean;
	message?: string;
	files: string[];
	findings: Array<{ file: string; rule: string | null; text: string }>;
}

const CONSOLE = '\n// eslint-disable-next-line no-console\nconsole.log("planted");\n';

let packed: Packed;
let scans: Record<'package' | 'source' | 'spoiltPackage' | 'spoiltSource', Scan>;

/** The package with what the scanner must find: a dependency, a console call, no list of files. */
async function spoilPackage(folder: string): Promise<void> {
	await cp(packed.package, folder, { recursive: true });
	const manifest = path.join(folder, 'package.json');
	const { files, ...kept } = JSON.parse(await readFile(manifest, 'utf8')) as { files?: string[] };
	expect(files).toBeDefined();
	await writeFile(manifest, JSON.stringify({ ...kept, dependencies: { axios: '1.0.0' } }));
	await appendFile(path.join(folder, 'dist/nodes/shared/numbers/phoneLibrary.js'), CONSOLE);
}

/** The sources with what only they can show: rules about nodes and fields, and one about any file. */
async function spoilSource(folder: string): Promise<void> {
	await mkdir(folder);
	for (const name of ['package.json', 'nodes', 'credentials', 'icons'])
		await cp(path.join(root, name), path.join(folder, name), { recursive: true });
	const replace = async (name: string, from: string, to: string) => {
		const file = path.join(folder, 'nodes', name);
		const text = await readFile(file, 'utf8');
		expect(text).toContain(from);
		await writeFile(file, text.replace(from, to));
	};
	await replace('Ants/AntsSmsOtp.node.ts', 'subtitle:', 'subheading:');
	await replace('AntBuddy/call/create.operation.ts', "description: 'The", "description: 'the");
	await appendFile(path.join(folder, 'credentials/AntsApi.credentials.ts'), CONSOLE);
}

beforeAll(async () => {
	packed = await packAndUnpack();
	const spoiltPackage = path.join(packed.folder, 'spoiltPackage');
	const spoiltSource = path.join(packed.folder, 'spoiltSource');
	await spoilPackage(spoiltPackage);
	await spoilSource(spoiltSource);
	const jobs = [[packed.package], [root, 'source'], [spoiltPackage], [spoiltSource, 'source']];
	const output = await runCommand(
		process.execPath,
		[path.join(root, 'test/release/scan.mjs'), JSON.stringify(jobs)],
		// jest's NODE_ENV makes n8n's rules take every file for one of their own tests; and the scanner leaves a
		// temporary folder behind.
		{ cwd: root, env: { NODE_ENV: 'production', TMPDIR: packed.folder } },
	);
	const [first, second, third, fourth] = JSON.parse(output) as Scan[];
	scans = { package: first, source: second, spoiltPackage: third, spoiltSource: fourth };
}, 300_000);

afterAll(async () => await rm(packed.folder, { recursive: true, force: true }));

// `npx @n8n/scan-community-package <package>` looks at both, with the same rules.
describe('n8n’s scanner', () => {
	it('finds nothing in the package, not even a warning', () => {
		expect(scans.package).toMatchObject({ passed: true, findings: [] });
		expect(scans.package.message).toBeUndefined();
	});

	it('reads every program and every JSON file of the package', () => {
		const expected = packed.files.filter((file) => /\.(js|json)$/.test(file));
		expect(expected.length).toBeGreaterThan(80);
		expect(scans.package.files).toEqual(expected);
	});

	it('finds the folder of the package among all that have a package.json', () => {
		expect(scans.source.root).toBe(root);
	});

	it('finds nothing in the sources, not even a warning', () => {
		expect(scans.source).toMatchObject({ passed: true, findings: [] });
		expect(scans.source.message).toBeUndefined();
	});

	it('reads every node, every credential and package.json', () => {
		const sources = ['nodes', 'credentials'].flatMap((folder) =>
			['.ts', '.json'].flatMap((ending) => filesIn(folder, ending)),
		);
		expect(scans.source.files).toEqual([...sources, 'package.json'].sort());
	});

	it('reports a dependency, a call of the console and a missing list of files', () => {
		const { passed, findings } = scans.spoiltPackage;
		expect(passed).toBe(false);
		expect(findings.map(({ file, rule }) => `${file} ${rule}`).sort()).toEqual([
			'dist/nodes/shared/numbers/phoneLibrary.js no-console',
			'package.json @n8n/community-nodes/no-runtime-dependencies',
			'package.json @n8n/community-nodes/require-files-array',
		]);
	});

	it('reports a violation in a source, even if a comment disables the rule', () => {
		const { passed, findings } = scans.spoiltSource;
		expect(passed).toBe(false);
		expect(findings.map(({ file, rule }) => `${file} ${rule}`).sort()).toEqual([
			'credentials/AntsApi.credentials.ts no-console',
			'nodes/AntBuddy/call/create.operation.ts n8n-nodes-base/node-param-description-lowercase-first-char',
			'nodes/Ants/AntsSmsOtp.node.ts @n8n/community-nodes/require-node-description-fields',
		]);
	});
});
