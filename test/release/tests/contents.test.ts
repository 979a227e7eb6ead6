import { execFile } from 'node:child_process';
import { readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { build, stop } from 'esbuild';
import { credentialFiles, filesIn, nodeFiles, root, textOf } from '../../support/package';
import { packAndUnpack } from '../packed';
import type { Packed } from '../packed';

let packed: Packed;
let manifest: Record<string, unknown>;

beforeAll(async () => {
	packed = await packAndUnpack();
	manifest = JSON.parse(
		await readFile(path.join(packed.package, 'package.json'), 'utf8'),
	) as typeof manifest;
}, 300_000);

afterAll(async () => {
	// esbuild keeps a process for the next build.
	await stop();
	await rm(packed.folder, { recursive: true, force: true });
});

/** The packages whose code the build puts into ours. */
async function bundledPackages(): Promise<string[]> {
	const { metafile } = await build({
		...{
			entryPoints: ['nodes/shared/numbers/phoneLibrary.ts'],
			absWorkingDir: root,
			outdir: 'dist',
		},
		...{ bundle: true, platform: 'node', write: false, metafile: true },
	});
	const packages = Object.keys(metafile.inputs).flatMap(
		(file) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? [],
	);
	return [...new Set(packages)];
}

const licencesOf = (name: string) =>
	filesIn(`node_modules/${name}`, '').filter((file) =>
		/^(LICEN[CS]E|NOTICE|AUTHORS)/i.test(file.slice(`node_modules/${name}/`.length)),
	);

it('contains the unchanged licence of every bundled library', async () => {
	const bundled = await bundledPackages();
	expect(bundled).toEqual(['libphonenumber-js']);
	for (const name of bundled) {
		const licences = licencesOf(name);
		expect(licences.map((file) => path.basename(file))).toContain('LICENSE');
		for (const file of licences) {
			const copy = path.join(packed.package, 'dist/licenses', name, path.basename(file));
			expect(await readFile(copy, 'utf8')).toBe(textOf(file));
		}
	}
	const library = await readFile(
		path.join(packed.package, 'dist/nodes/shared/numbers/phoneLibrary.js'),
		'utf8',
	);
	expect(library).toMatch(/^\/\*! libphonenumber-js \d.*dist\/licenses/);
});

it('contains the build of each source, the files that n8n reads, and nothing else', () => {
	const programs = [...filesIn('nodes', '.ts'), ...filesIn('credentials', '.ts')].map((file) =>
		file.replace(/\.ts$/, '.js'),
	);
	const licences = licencesOf('libphonenumber-js').map((file) =>
		file.replace('node_modules/', 'licenses/'),
	);
	const schemas = filesIn('nodes', '.json').filter((file) => file.includes('/__schema__/'));
	const built = [
		...programs,
		...filesIn('nodes', '.json'),
		// Every version of a node puts out the same.
		...schemas.map((file) => file.replace('/v1.0.0/', '/v2.0.0/')),
		...filesIn('icons', '.svg'),
		...licences,
	];
	expect(packed.files).toEqual(
		[
			...built.map((file) => `dist/${file}`),
			...['LICENSE.md', 'README.md', 'index.js', 'package.json'],
		].sort(),
	);
});

it('exports every node and every credential by its name', async () => {
	const program =
		'console.log(JSON.stringify(Object.entries(require("./")).map(([name, its]) => [name, its.name])))';
	const { stdout } = await promisify(execFile)(process.execPath, ['-e', program], { cwd: root });
	const names = [...credentialFiles, ...nodeFiles].map((file) => path.basename(file).split('.')[0]);
	expect((JSON.parse(stdout) as string[][]).sort()).toEqual(
		names.map((name) => [name, name]).sort(),
	);
});

it('is no larger than 450 kB, and contains no file larger than the bundled library', async () => {
	const sizes = await Promise.all(
		packed.files.map(async (file) => ({
			file,
			bytes: (await stat(path.join(packed.package, file))).size,
		})),
	);
	expect(sizes.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(450_000);
	const largest = sizes.sort((one, other) => other.bytes - one.bytes)[0];
	expect(largest.file).toBe('dist/nodes/shared/numbers/phoneLibrary.js');
	for (const { file, bytes } of sizes) expect([file, bytes]).not.toEqual([file, 0]);
});

it('has no dependency, the peer n8n-workflow, and no install script', () => {
	for (const kind of ['dependencies', 'optionalDependencies', 'bundleDependencies', 'overrides'])
		expect([kind, manifest[kind]]).toEqual([kind, undefined]);
	expect(manifest.bundledDependencies).toBeUndefined();
	expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
	const scripts = Object.keys(manifest.scripts as object);
	const atInstall = /^(pre|post)?(install|pack|publish|prepare)$|^prepublishOnly$|^dependencies$/;
	expect(scripts.filter((name) => atInstall.test(name))).toEqual([]);
	expect(manifest.gypfile).toBeUndefined();
});

it('is public, under the licence that n8n requires', async () => {
	expect(manifest.private).toBeUndefined();
	expect(manifest.license).toBe('MIT');
	const licence = await readFile(path.join(packed.package, 'LICENSE.md'), 'utf8');
	expect(licence).toContain('Permission is hereby granted, free of charge');
});
