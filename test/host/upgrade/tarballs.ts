import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { packTarball } from '../packTarball';
import { runCommand } from '../system/command';
import { packageRoot } from '../system/paths';
import { streamProgress } from '../system/progress';

/** What is read of a package.json. */
export interface Manifest {
	name: string;
	version: string;
}

const readManifest = async (folder: string) =>
	JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as Manifest;

/** The tarball of the version before this one, which lies beside this file. @throws unless there is exactly one */
export async function previousTarball(): Promise<string> {
	const [tarball, ...others] = (await readdir(__dirname)).filter((name) => name.endsWith('.tgz'));
	if (!tarball || others.length > 0) throw new Error(`${__dirname} must have exactly one .tgz`);
	return path.join(__dirname, tarball);
}

/**
 * Packs this tree. While it still has the version of `previous`, its copy gets the next one: an update needs a
 * version of its own.
 *
 * @param folder - a folder of its own, to be deleted afterwards
 */
export async function currentTarball(previous: string, folder: string): Promise<string> {
	const packed = await packTarball(streamProgress());
	const { name, version } = await readManifest(packageRoot);
	if (path.basename(previous) !== `${name}-${version}.tgz`) return packed;

	const copy = path.join(folder, 'package');
	await mkdir(copy, { recursive: true });
	await runCommand('tar', ['-xzf', packed, '-C', copy, '--strip-components=1'], { cwd: folder });
	const next = version.replace(/\d+$/, (patch) => String(Number(patch) + 1));
	// The build writes the version into what n8n's loader reads, too.
	const types = 'dist/types/nodes.json';
	await replaceIn(path.join(copy, 'package.json'), `"version": "${version}"`, next);
	await replaceIn(path.join(copy, types), `"communityNodePackageVersion":"${version}"`, next);
	await runCommand('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], {
		cwd: copy,
	});
	return path.join(folder, `${name}-${next}.tgz`);

	async function replaceIn(file: string, entry: string, by: string) {
		const text = await readFile(file, 'utf8');
		if (!text.includes(entry)) throw new Error(`${file} has no ${entry}`);
		await writeFile(file, text.replaceAll(entry, entry.replace(version, by)));
	}
}
