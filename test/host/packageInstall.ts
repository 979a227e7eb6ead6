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
 * Installs a packed community package the way n8n 2.41.1's Settings → Community nodes does (its
 * `community-packages.service`): unpacks it, takes out what must not be installed with it, and
 * enters it into the ledger of n8n's nodes folder. Its types are then `<package>.<node>`. To be done
 * while n8n does not run on that folder.
 *
 * @throws when the package has runtime dependencies: this one must bring everything along
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
