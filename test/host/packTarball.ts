import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

import { runCommand } from './system/command';
import { withLock } from './system/lock';
import { cacheFolder, packageRoot } from './system/paths';
import type { Progress } from './system/progress';

const SOURCES = ['nodes', 'credentials', 'icons', 'gulpfile.js', 'package.json', 'tsconfig.json'];

/**
 * Packs the package with `npm pack`, as it would be published; builds it first when `dist` is missing or older than a
 * source.
 *
 * @returns the path of the .tgz, overwritten by the next call for the same version
 * @throws when the build or npm fails
 */
export async function packTarball(progress: Progress, signal?: AbortSignal): Promise<string> {
	return await withLock(path.join(packageRoot, 'dist'), async () => {
		if (!(await isBuilt())) {
			progress.update('Building the package …');
			await runCommand('npm', ['run', 'build'], { cwd: packageRoot, signal });
			progress.done('The package is built');
		}
		await mkdir(cacheFolder, { recursive: true });
		const folder = await mkdtemp(path.join(cacheFolder, 'pack-'));
		try {
			const packed = await runCommand(
				'npm',
				['pack', '--json', '--ignore-scripts', '--pack-destination', folder],
				{ cwd: packageRoot, signal },
			);
			const [{ filename }] = JSON.parse(packed) as Array<{ filename: string }>;
			const tarball = path.join(cacheFolder, filename);
			// A rename is atomic: another process may be unpacking the earlier tarball.
			await rename(path.join(folder, filename), tarball);
			return tarball;
		} finally {
			await rm(folder, { recursive: true, force: true });
		}
	});
}

async function isBuilt(): Promise<boolean> {
	const manifest = JSON.parse(await readFile(path.join(packageRoot, 'package.json'), 'utf8')) as {
		n8n: { nodes: string[]; credentials: string[] };
	};
	const promised = [...manifest.n8n.nodes, ...manifest.n8n.credentials];
	if (!promised.every((file) => existsSync(path.join(packageRoot, file)))) return false;
	const sources = await Promise.all(
		SOURCES.map(async (name) => await newestChange(path.join(packageRoot, name))),
	);
	return (await newestChange(path.join(packageRoot, 'dist'))) >= Math.max(...sources);
}

// Folders count as well: deleting a file changes only the time of its folder.
async function newestChange(file: string): Promise<number> {
	const { mtimeMs } = await stat(file);
	const entries = await readdir(file, { recursive: true }).catch(() => []);
	const times = await Promise.all(
		entries.map(async (entry) => (await stat(path.join(file, entry))).mtimeMs),
	);
	return Math.max(mtimeMs, ...times);
}
