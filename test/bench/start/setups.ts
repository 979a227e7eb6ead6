import { rm } from 'node:fs/promises';
import path from 'node:path';

import { installPackage } from '../../host/packageInstall';

/** What n8n starts with. */
export type SetupName = 'without' | 'packed' | 'stripped';

/** As the tables name them. */
export const setupTitles: Record<SetupName, string> = {
	without: 'n8n alone',
	packed: 'with this package',
	stripped: 'with this package, its loader metadata removed',
};

export const setupNames = Object.keys(setupTitles) as SetupName[];

const METADATA = ['dist/known', 'dist/types'];

/** Where n8n finds the package of a set-up. */
export const installedIn = (userFolder: string, name: string) =>
	path.join(userFolder, '.n8n/nodes/node_modules', name);

/** Prepares a user folder of n8n's. @returns its path */
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
