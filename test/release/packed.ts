import { mkdtemp, readdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { packTarball } from '../host/packTarball';
import { runCommand } from '../host/system/command';
import { streamProgress } from '../host/system/progress';

/** The package as npm would publish it. */
export interface Packed {
	/** A temporary folder, to be removed by the caller; it holds nothing but `package`. */
	folder: string;
	tarball: string;
	/** Where it is unpacked. */
	package: string;
	/** Its files, as sorted paths with slashes. */
	files: string[];
}

/** Packs and unpacks the package, as n8n's scanner does with a published one. */
export async function packAndUnpack(): Promise<Packed> {
	const tarball = await packTarball(streamProgress());
	const folder = await mkdtemp(path.join(os.tmpdir(), 'n8n-release-'));
	await runCommand('tar', ['-xzf', tarball], { cwd: folder });
	const unpacked = path.join(folder, 'package');
	const entries = await readdir(unpacked, { recursive: true, withFileTypes: true });
	const files = entries
		.filter((entry) => !entry.isDirectory())
		.map((entry) => path.relative(unpacked, path.join(entry.parentPath, entry.name)))
		.map((file) => file.split(path.sep).join('/'))
		.sort();
	return { folder, tarball, package: unpacked, files };
}
