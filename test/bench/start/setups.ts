import path from 'node:path';

import { installPackage } from '../../host/packageInstall';

/** The set-ups with which n8n starts. */
export type SetupName = 'without' | 'packed';

/** The names of the set-ups in the tables. */
export const setupTitles: Record<SetupName, string> = {
	without: 'n8n alone',
	packed: 'with this package',
};

export const setupNames = Object.keys(setupTitles) as SetupName[];

/** Prepares a user folder of n8n for a set-up. @returns its path */
export async function setUp(
	setup: SetupName,
	{ tarball, folder }: { tarball: string; folder: string },
): Promise<string> {
	const userFolder = path.join(folder, setup);
	if (setup !== 'without') await installPackage(tarball, userFolder);
	return userFolder;
}
