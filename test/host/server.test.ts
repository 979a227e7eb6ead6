import axios from 'axios';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { N8nClient } from './n8nClient';
import { type N8nServer, startN8n, type StartN8nOptions } from './n8nServer';
import { provision } from './provision';
import { packageRoot } from './system/paths';
import { streamProgress } from './system/progress';
import { owner } from './owner';

const folders: string[] = [];
const servers: N8nServer[] = [];

const newUserFolder = async () => {
	const folder = await mkdtemp(path.join(os.tmpdir(), 'n8n-server-'));
	folders.push(folder);
	return folder;
};

const start = async (options: Partial<StartN8nOptions> = {}) => {
	const userFolder = options.userFolder ?? (await newUserFolder());
	const server = await startN8n({ ...options, userFolder });
	servers.push(server);
	return server;
};

// Finds processes by their user folder, because a process that was left behind has another parent.
const processesOf = async (userFolder: string) => {
	const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
	const environments = await Promise.all(
		pids.map(async (pid) => await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '')),
	);
	return pids.filter((_, at) => environments[at].split('\0').includes(`HOME=${userFolder}`));
};

beforeAll(async () => {
	await provision(streamProgress());
}, 600_000);

afterAll(async () => {
	await Promise.all(servers.map(async ({ stop }) => await stop()));
	await Promise.all(
		folders.map(async (folder) => await rm(folder, { recursive: true, force: true })),
	);
});

describe('an n8n that the host starts', () => {
	it('uses other ports if the usual ones are taken, even for two at once', async () => {
		const occupant = net.createServer();
		await new Promise<void>((resolve) => occupant.listen(0, '127.0.0.1', resolve));
		const { port } = occupant.address() as net.AddressInfo;
		const both = await Promise.all([start({ port }), start({ port })]).finally(() =>
			occupant.close(),
		);

		expect(new Set([port, ...both.map((server) => server.port)]).size).toBe(3);
		const [first, second] = both.map(({ url }) => new N8nClient(url));
		await first.setupOwner(owner);
		expect(await first.needsOwner()).toBe(false);
		expect(await second.needsOwner()).toBe(true);
	});

	it('leaves no process when it stops, not even its task runner', async () => {
		const server = await start();
		const [folder] = folders.slice(-1);
		const running = await processesOf(folder);
		expect(running).toContain(String(server.pid));
		expect(running.length).toBeGreaterThan(1);

		await server.stop();
		await server.stop();
		await until(async () => (await processesOf(folder)).length === 0);
		await expect(axios.get(server.url, { proxy: false })).rejects.toThrow('ECONNREFUSED');
	});

	it.each([
		['with its user folder in place', false],
		['even without its user folder', true],
	])('ends if the process that started it is killed, %s', async (_, folderIsGone) => {
		const folder = await newUserFolder();
		const script = `require('./test/host/n8nServer').startN8n({ userFolder: ${JSON.stringify(folder)} }).then(() => console.log('ready'))`;
		const tsx = path.join(packageRoot, 'node_modules/tsx/dist/cli.mjs');
		const starter = spawn(process.execPath, [tsx, '-e', script], { cwd: packageRoot });
		await new Promise((resolve) => starter.stdout.once('data', resolve));
		// tsx starts Node as a child process, and that child holds n8n.
		const holders = await childrenOf(starter.pid);
		expect(await processesOf(folder)).not.toEqual([]);

		try {
			// It retries, because n8n may be writing to the folder.
			if (folderIsGone) await rm(folder, { recursive: true, maxRetries: 10 });
		} finally {
			for (const pid of [...holders, Number(starter.pid)]) process.kill(pid, 'SIGKILL');
		}
		await until(async () => (await processesOf(folder)).length === 0);
	});

	it('is killed if it does not end by itself', async () => {
		const deaf = `process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('deaf')`;
		const preload = path.join(__dirname, 'server/exitWithParent.mjs');
		const child = spawn(process.execPath, ['--import', preload, '-e', deaf], {
			detached: true,
			stdio: ['ignore', 'pipe', 'ignore', 'pipe'],
		});
		const ended = new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)));
		await new Promise((resolve) => child.stdout?.once('data', resolve));
		child.stdio[3]?.destroy();
		expect(await ended).toBe('SIGKILL');
	});

	it('reports why it does not start', async () => {
		const userFolder = await newUserFolder();
		await mkdir(path.join(userFolder, '.n8n'));
		await writeFile(path.join(userFolder, '.n8n/config'), 'not json');
		await expect(start({ userFolder })).rejects.toThrow(/ended while starting[\s\S]*n8n-config/);
		expect(await processesOf(userFolder)).toEqual([]);
	});

	it('stops on request while it starts', async () => {
		const userFolder = await newUserFolder();
		const controller = new AbortController();
		const starting = start({ userFolder, signal: controller.signal });
		await until(async () => existsSync(path.join(userFolder, '.n8n')));
		controller.abort(new Error('stopped by the test'));
		await expect(starting).rejects.toThrow('stopped by the test');
		await until(async () => (await processesOf(userFolder)).length === 0);
	});
});

async function childrenOf(parent: number | undefined): Promise<number[]> {
	const children = await readFile(`/proc/${parent}/task/${parent}/children`, 'utf8');
	return children.trim().split(' ').map(Number);
}

async function until(condition: () => Promise<boolean>): Promise<void> {
	const deadline = Date.now() + 20_000;
	while (!(await condition())) {
		if (Date.now() > deadline) throw new Error('What was waited for did not happen in 20 s');
		await delay(50);
	}
}
