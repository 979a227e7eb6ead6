import { randomBytes } from 'node:crypto';
import { chown, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { runCommand } from '../../host/system/command';
import { postgresUser, type ServerPrograms } from './programs';
import { type Server, startServer } from './server';

/** A PostgreSQL server with one user, who owns everything in the database `postgres`. */
export interface Postgres extends Server {
	user: string;
	password: string;
	database: string;
}

/** Creates a database cluster in a folder, and starts PostgreSQL on it. */
export async function startPostgres(
	{ postgres, initdb }: ServerPrograms,
	folder: string,
): Promise<Postgres> {
	const asUser = await postgresUser();
	const data = path.join(folder, 'data');
	const login = { user: 'n8n', password: randomBytes(18).toString('base64url') };
	const passwordFile = path.join(folder, 'password');
	await mkdir(data);
	await writeFile(passwordFile, login.password, { mode: 0o600 });
	if (asUser) {
		for (const file of [folder, data, passwordFile]) await chown(file, asUser.uid, asUser.gid);
	}
	await runCommand(
		initdb,
		[
			...['-D', data, '-U', login.user, '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
			...['--encoding', 'UTF8', '--locale', 'C', '--no-sync'],
		],
		{ cwd: folder, ...asUser },
	);
	const server = await startServer({
		program: postgres,
		// The data need not survive a crash of the machine, so PostgreSQL does not wait for the disk.
		args: (port) => [
			...['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', ''],
			...['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'max_connections=200'],
		],
		ready: /database system is ready to accept connections/,
		signal: 'SIGINT',
		cwd: folder,
		...asUser,
	});
	return { ...server, ...login, database: 'postgres' };
}
