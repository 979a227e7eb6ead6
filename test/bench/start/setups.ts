import { rm } from 'node:fs/promises';
import path from 'node:path';

import { installPackage } from '../../host/packageInstall';

/** The set-ups with which n8n starts. */
export type SetupName = 'without' | 'packed' | 'stripped';

/** The names of the set-ups in the tables. */
export const setupTitles: Record<SetupName, string> = {
	without: 'n8n alone',
	packed: 'with this package',
	stripped: 'with this package, its loader metadata removed',
};

export const setupNames = Object.keys(setupTitles) as SetupName[];

const METADATA = ['dist/known', 'dist/types'];

/** The folder where n8n finds an installed package. */
export const installedIn = (userFolder: string, name: string) =>
	path.join(userFolder, '.n8n/nodes/node_modules', name);

/** Prepares a user folder of n8n for a set-up. @returns its path */
export async function setUp(
	setup: SetupName,
	{ tarball, packageName, folder }: { tarball: string; packageName: string; folder: string },
): Promise<string> {
	const userFolder = path.join(folder, setup);
	if (setup !== 'without') await installPackage(tarball, userFolder);
	if (setup === 'stripped') {
		for (const part of METADATA) {
			await rm(path.join(installedIn(userFolder, packageName), part), { recursive: true });
		}
	}
	return userFolder;
}
