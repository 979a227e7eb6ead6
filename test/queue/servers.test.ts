import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

import { eventually } from '../host/flows/support/wait';
import { packageRoot } from '../host/system/paths';
import { startPostgres } from './servers/postgres';
import { findServers } from './servers/programs';
import { startRedis } from './servers/redis';

const folders: string[] = [];
const newFolder = async () => {
	const folder = await mkdtemp(path.join(os.tmpdir(), 'n8n-queue-servers-'));
	folders.push(folder);
	return folder;
};

afterAll(async () => {
	for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

/** Finds processes by the folder in their command line, because a process left behind has another parent. */
const processesOf = async (folder: string) => {
	const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
	const commands = await Promise.all(
		pids.map(async (pid) => await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')),
	);
	return pids.filter((_, at) => commands[at].includes(folder));
};
const untilGone = async (folder: string) =>
	await eventually(
		async () => ((await processesOf(folder)).length === 0 ? true : undefined),
		'the servers are gone',
		60_000,
	);
const connects = async (port: number) =>
	await new Promise<boolean>((resolve) => {
		const socket = net.connect(port, '127.0.0.1', () => resolve(socket.end() !== undefined));
		socket.once('error', () => resolve(false));
	});

describe('both servers', () => {
	it('accept connections until they stop, and leave no process', async () => {
		const programs = findServers();
		const [forPostgres, forRedis] = [await newFolder(), await newFolder()];
		const postgres = await startPostgres(programs, forPostgres);
		const redis = await startRedis(programs.redis, forRedis);
		expect(await Promise.all([postgres, redis].map(({ port }) => connects(port)))).toEqual([
			true,
			true,
		]);
		await Promise.all([postgres.stop(), redis.stop()]);
		await untilGone(forPostgres);
		await untilGone(forRedis);
		expect(await connects(postgres.port)).toBe(false);
	});

	it('end if the process that started them is killed', async () => {
		const [forPostgres, forRedis] = [await newFolder(), await newFolder()];
		const script = `
			const { findServers } = require('./test/queue/servers/programs');
			const { startPostgres } = require('./test/queue/servers/postgres');
			const { startRedis } = require('./test/queue/servers/redis');
			const programs = findServers();
			Promise.all([
				startPostgres(programs, ${JSON.stringify(forPostgres)}),
				startRedis(programs.redis, ${JSON.stringify(forRedis)}),
			]).then(() => console.log('ready'));`;
		const tsx = path.join(packageRoot, 'node_modules/tsx/dist/cli.mjs');
		const starter = spawn(process.execPath, [tsx, '-e', script], {
			cwd: packageRoot,
			stdio: ['ignore', 'pipe', 'inherit'],
			detached: true,
		});
		await new Promise((resolve) => starter.stdout.once('data', resolve));
		expect((await processesOf(forPostgres)).length).toBeGreaterThan(0);
		expect((await processesOf(forRedis)).length).toBeGreaterThan(0);
		process.kill(-starter.pid!, 'SIGKILL');
		await untilGone(forPostgres);
		await untilGone(forRedis);
	});

	it('are reported if one is missing, with the packages to install', () => {
		const searched = process.env.PATH;
		process.env.PATH = '/nowhere';
		try {
			expect(() => findServers({ postgresVersions: '/nowhere', sbin: '/nowhere' })).toThrow(
				'Queue mode needs redis-server and postgresql: on Debian, apt-get install --no-install-recommends redis-server postgresql.',
			);
		} finally {
			process.env.PATH = searched;
		}
	});
});
