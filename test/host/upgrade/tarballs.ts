import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { packTarball } from '../packTarball';
import { runCommand } from '../system/command';
import { packageRoot } from '../system/paths';
import { streamProgress } from '../system/progress';

/** The fields of package.json that are read here. */
interface Manifest {
	name: string;
	version: string;
}

const readManifest = async (folder: string) =>
	JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as Manifest;

/** The tarball of the previous version, in the folder of this file. @throws unless there is exactly one */
export async function previousTarball(): Promise<string> {
	const [tarball, ...others] = (await readdir(__dirname)).filter((name) => name.endsWith('.tgz'));
	if (!tarball || others.length > 0) throw new Error(`${__dirname} must have exactly one .tgz`);
	return path.join(__dirname, tarball);
}

/**
 * Packs this tree. If it still has the version of `previous`, the packed copy gets the next version, because n8n only
 * updates to another version.
 *
 * @param folder - an empty folder, which the caller deletes afterwards
 */
export async function currentTarball(previous: string, folder: string): Promise<string> {
	const packed = await packTarball(streamProgress());
	const { name, version } = await readManifest(packageRoot);
	if (path.basename(previous) !== `${name}-${version}.tgz`) return packed;

	const copy = path.join(folder, 'package');
	await mkdir(copy, { recursive: true });
	await runCommand('tar', ['-xzf', packed, '-C', copy, '--strip-components=1'], { cwd: folder });
	const next = version.replace(/\d+$/, (patch) => String(Number(patch) + 1));
	await runCommand('npm', ['pkg', 'set', `version=${next}`], { cwd: copy });
	await runCommand('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], {
		cwd: copy,
	});
	return path.join(folder, `${name}-${next}.tgz`);
}
