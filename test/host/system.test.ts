import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

import { installPackage } from './packageInstall';
import { isProvisioned, markProvisioned } from './provision';
import { runCommand } from './system/command';
import { tryLock, withLock } from './system/lock';
import { findNodeHeaders } from './system/nodeHeaders';
import { hostFolder } from './system/paths';
import { anyFreePort, freePort } from './system/ports';

let folder: string;

beforeEach(async () => {
	folder = await mkdtemp(path.join(os.tmpdir(), 'host-system-'));
});

afterEach(async () => await rm(folder, { recursive: true, force: true }));

const pack = async (manifest: object) => {
	await mkdir(path.join(folder, 'package'));
	await writeFile(path.join(folder, 'package/package.json'), JSON.stringify(manifest));
	await writeFile(path.join(folder, 'package/index.js'), '');
	await promisify(execFile)('tar', ['-czf', 'packed.tgz', 'package'], { cwd: folder });
	return path.join(folder, 'packed.tgz');
};

const jsonIn = async (...names: string[]) =>
	JSON.parse(await readFile(path.join(folder, '.n8n/nodes', ...names), 'utf8'));

describe('installing a package', () => {
	it('writes the same files as n8n', async () => {
		const manifest = { name: 'n8n-nodes-sample', version: '1.2.3', main: 'index.js' };
		const tarball = await pack({
			...manifest,
			devDependencies: { typescript: '*' },
			peerDependencies: { 'n8n-workflow': '*' },
			optionalDependencies: { fsevents: '*' },
		});
		await installPackage(tarball, folder);
		await installPackage(tarball, folder);

		expect(await jsonIn('node_modules/n8n-nodes-sample/package.json')).toEqual(manifest);
		expect(await jsonIn('package.json')).toEqual({
			name: 'installed-nodes',
			private: true,
			dependencies: { 'n8n-nodes-sample': '1.2.3' },
		});
		const installed = path.join(folder, '.n8n/nodes/node_modules/n8n-nodes-sample');
		expect(existsSync(path.join(installed, 'index.js'))).toBe(true);
	});

	it('refuses a package with runtime dependencies', async () => {
		const tarball = await pack({ name: 'n8n-nodes-sample', dependencies: { axios: '*' } });
		await expect(installPackage(tarball, folder)).rejects.toThrow(
			'n8n-nodes-sample has runtime dependencies: axios',
		);
	});
});

describe('the installed n8n', () => {
	it('is complete only for the lock file that it was installed from', async () => {
		await cp(path.join(hostFolder, 'package-lock.json'), path.join(folder, 'package-lock.json'));
		await mkdir(path.join(folder, 'node_modules'));
		expect(await isProvisioned(folder)).toBe(false);
		await markProvisioned(folder);
		expect(await isProvisioned(folder)).toBe(true);
		await writeFile(path.join(folder, 'package-lock.json'), '{}');
		expect(await isProvisioned(folder)).toBe(false);
	});

	it('is built with the headers of the running Node and no others', () => {
		const headers = findNodeHeaders();
		expect(existsSync(path.join(String(headers), 'include/node/node_api.h'))).toBe(true);
		expect(findNodeHeaders(process.execPath, '24.0.0')).toBeUndefined();
		expect(findNodeHeaders(path.join(folder, 'bin/node'))).toBeUndefined();
	});
});

describe('a lock', () => {
	it('is held by one process at a time', async () => {
		const release = await tryLock(folder);
		expect(await tryLock(folder)).toBeUndefined();
		const order: string[] = [];
		const waiting = withLock(folder, async () => void order.push('second'));
		await delay(100);
		order.push('first');
		await release?.();
		await waiting;
		expect(order).toEqual(['first', 'second']);
	});

	it('is free again after its holder was killed', async () => {
		const module = path.join(__dirname, 'system/lock');
		const holder = spawn(process.execPath, [
			...['--import', 'tsx', '-e'],
			`require(${JSON.stringify(module)}).tryLock(${JSON.stringify(folder)}).then(() => { console.log('held'); setInterval(() => {}, 1000); });`,
		]);
		await new Promise((resolve) => holder.stdout.once('data', resolve));
		expect(await tryLock(folder)).toBeUndefined();
		const ended = new Promise((resolve) => holder.once('exit', resolve));
		holder.kill('SIGKILL');
		await ended;
		const release = await tryLock(folder);
		expect(release).toBeDefined();
		await release?.();
	});
});

describe('a command', () => {
	it('fails with the end of its output', async () => {
		const script = 'console.log("one"); console.error("two"); process.exit(3)';
		await expect(runCommand('node', ['-e', script], { cwd: folder })).rejects.toThrow(
			/failed with exit code 3:\s+(one\s+two|two\s+one)$/,
		);
	});

	it('runs on this Node, and ends with all its child processes', async () => {
		const version = await runCommand('node', ['-p', 'process.version'], { cwd: folder });
		expect(version.trim()).toBe(process.version);

		const stop = new AbortController();
		const file = path.join(folder, 'late');
		const script = `sh -c 'sleep 2; touch ${file}' & wait`;
		const running = runCommand('sh', ['-c', script], { cwd: folder, signal: stop.signal });
		await delay(200);
		stop.abort(new Error('stopped by the test'));
		await expect(running).rejects.toThrow('stopped by the test');
		await delay(2_200);
		expect(existsSync(file)).toBe(false);
	});
});

it('uses the preferred port, and another if it is taken', async () => {
	const preferred = await anyFreePort();
	expect(await freePort(preferred)).toBe(preferred);
	const { createServer } = await import('node:net');
	const occupant = createServer();
	await new Promise<void>((resolve) => occupant.listen(preferred, '127.0.0.1', resolve));
	expect(await freePort(preferred)).not.toBe(preferred);
	occupant.close();
});
