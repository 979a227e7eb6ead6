import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import { runCommand } from '../../system/command';

/** npm publishes nothing without a token, and the stand-in for the registry takes any. */
export async function writeToken(registryUrl: string, folder: string): Promise<string> {
	const file = path.join(folder, 'npmrc');
	await writeFile(file, `//${new URL(registryUrl).host}/:_authToken=any\n`);
	return file;
}

/**
 * Publishes a packed tarball by `npm publish`.
 *
 * @param folder - where npm's settings may be written
 */
export async function publishTarball(
	tarball: string,
	{ url, env, folder }: { url: string; env?: Record<string, string>; folder: string },
): Promise<void> {
	const token = await writeToken(url, folder);
	await runCommand(
		'npm',
		['publish', tarball, '--ignore-scripts', '--access', 'public', '--registry', url],
		{ cwd: folder, env: { ...env, npm_config_userconfig: token } },
	);
}
