import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { runCommand } from './system/command';

interface Manifest {
	name: string;
	version: string;
	dependencies?: Record<string, string>;
	devDependencies?: Record<string, string>;
	peerDependencies?: Record<string, string>;
	optionalDependencies?: Record<string, string>;
}

/**
 * Installs a packed community package as n8n 2.41.1 does in Settings → Community nodes (its
 * `community-packages.service`): unpacks it, removes its development, peer and optional dependencies, and adds it to
 * the `package.json` of n8n's nodes folder. Its node types are then named `<package>.<node>`. n8n must not run on that
 * folder meanwhile.
 *
 * @throws when the package has runtime dependencies, which community packages must not have
 */
export async function installPackage(tarball: string, userFolder: string): Promise<void> {
	const nodesFolder = path.join(userFolder, '.n8n/nodes');
	await mkdir(nodesFolder, { recursive: true });
	const packed = await runCommand('tar', ['-xzOf', tarball, 'package/package.json'], {
		cwd: nodesFolder,
	});
	const { name } = JSON.parse(packed) as Manifest;

	const folder = path.join(nodesFolder, 'node_modules', name);
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	await runCommand('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1'], {
		cwd: nodesFolder,
	});
	const version = await removeOtherDependencies(path.join(folder, 'package.json'));
	await enterIntoLedger(path.join(nodesFolder, 'package.json'), name, version);
}

async function removeOtherDependencies(file: string): Promise<string> {
	const manifest = JSON.parse(await readFile(file, 'utf8')) as Manifest;
	delete manifest.devDependencies;
	delete manifest.peerDependencies;
	delete manifest.optionalDependencies;
	const runtime = Object.keys(manifest.dependencies ?? {});
	if (runtime.length > 0) {
		throw new Error(`${manifest.name} has runtime dependencies: ${runtime.join(', ')}`);
	}
	await writeFile(file, JSON.stringify(manifest, null, 2));
	return manifest.version;
}

async function enterIntoLedger(file: string, name: string, version: string): Promise<void> {
	const ledger = await readFile(file, 'utf8').then(
		(text) => JSON.parse(text) as { dependencies: Record<string, string> },
		() => ({ name: 'installed-nodes', private: true, dependencies: {} }),
	);
	ledger.dependencies = { ...ledger.dependencies, [name]: version };
	await writeFile(file, JSON.stringify(ledger, null, 2));
}
