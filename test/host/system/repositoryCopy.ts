import { cp, mkdtemp, symlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { runCommand } from './command';
import { packageRoot } from './paths';

/**
 * Copies the repository as it is, without what git ignores, into a new folder, with the same installed packages.
 *
 * @returns the folder, which the caller deletes
 */
export async function copyRepository(): Promise<string> {
	const copy = await mkdtemp(path.join(os.tmpdir(), 'repository-'));
	const files = ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate'];
	const listed = await runCommand('git', files, { cwd: packageRoot });
	for (const file of listed.trim().split('\n'))
		await cp(path.join(packageRoot, file), path.join(copy, file));
	await symlink(path.join(packageRoot, 'node_modules'), path.join(copy, 'node_modules'));
	return copy;
}
