import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

import { runCommand } from '../../host/system/command';

/** The folders where Debian installs programs that are not in every user's PATH. */
const DEBIAN = { postgresVersions: '/usr/lib/postgresql', sbin: '/usr/sbin' };

export interface ServerPrograms {
	redis: string;
	postgres: string;
	initdb: string;
}

function find(name: string, folders: string[]): string | undefined {
	return folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file));
}

/** Finds Redis and PostgreSQL on this machine. @throws with the packages to install */
export function findServers({ postgresVersions, sbin } = DEBIAN): ServerPrograms {
	const searched = [...(process.env.PATH ?? '').split(path.delimiter), sbin];
	const versions = existsSync(postgresVersions) ? readdirSync(postgresVersions) : [];
	const newestFirst = versions.sort((one, other) => Number(other) - Number(one));
	const postgresFolders = newestFirst.map((version) => path.join(postgresVersions, version, 'bin'));
	const redis = find('redis-server', searched);
	const postgres = find('postgres', [...searched, ...postgresFolders]);
	const initdb = find('initdb', [...searched, ...postgresFolders]);
	if (redis && postgres && initdb) return { redis, postgres, initdb };
	const missing = [redis ? [] : ['redis-server'], postgres && initdb ? [] : ['postgresql']].flat();
	throw new Error(
		`Queue mode needs ${missing.join(' and ')}: on Debian, apt-get install --no-install-recommends ${missing.join(' ')}. The tests start their own servers; no service has to run.`,
	);
}

/**
 * The user that PostgreSQL runs as: PostgreSQL refuses to run as root, so Debian's package creates a user for it.
 *
 * @returns nothing when this process does not run as root
 */
export async function postgresUser(): Promise<{ uid: number; gid: number } | undefined> {
	if (process.getuid?.() !== 0) return undefined;
	const [uid, gid] = await Promise.all(
		['-u', '-g'].map(async (flag) =>
			Number(await runCommand('id', [flag, 'postgres'], { cwd: '/' })),
		),
	);
	return { uid, gid };
}
