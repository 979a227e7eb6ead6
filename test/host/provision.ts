import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { runCommand } from './system/command';
import { withLock } from './system/lock';
import { findNodeHeaders } from './system/nodeHeaders';
import { hostFolder } from './system/paths';
import type { Progress } from './system/progress';

/** The programs that run n8n. */
export interface Provision {
	n8nBinary: string;
	nodeBinary: string;
}

export interface ProvisionOptions {
	/** A folder with the package.json and package-lock.json of n8n; default `test/host/n8n`. */
	folder?: string;
	signal?: AbortSignal;
}

const OLDEST_NODE = 24;
const DRIVER = 'node_modules/sqlite3/build/Release/node_sqlite3.node';

/**
 * Installs n8n if it is not installed yet. Installs it again after an interrupted install, and when the lock file or
 * the version of Node has changed.
 *
 * @throws when Node is too old for n8n 2.41 (it declares >= 24), or when npm fails
 */
export async function provision(
	progress: Progress,
	{ folder = hostFolder, signal }: ProvisionOptions = {},
): Promise<Provision> {
	if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
		throw new Error(
			`n8n needs Node ${OLDEST_NODE} or newer and this is ${process.version}. Start this through npm (for example "npm run demo"): that takes the Node among the development dependencies.`,
		);
	}
	if (!(await isProvisioned(folder))) {
		await withLock(
			folder,
			async () => {
				if (!(await isProvisioned(folder))) await install(folder, progress, signal);
			},
			() => progress.update('Another process is installing n8n; waiting for it …'),
		);
	}
	return {
		n8nBinary: n8nBinaryIn(folder),
		nodeBinary: process.execPath,
	};
}

/** The path of n8n's program in a folder that n8n is installed in. */
export const n8nBinaryIn = (folder: string = hostFolder): string =>
	path.join(folder, 'node_modules/n8n/bin/n8n');

/** Whether n8n is completely installed in a folder, as the lock file asks. */
export async function isProvisioned(folder: string = hostFolder): Promise<boolean> {
	const mark = await readFile(markerOf(folder), 'utf8').catch(() => undefined);
	return mark !== undefined && mark === (await installKey(folder));
}

/** Marks the install in a folder as complete. This is the last step, so an interrupted install has no marker. */
export async function markProvisioned(folder: string = hostFolder): Promise<void> {
	await writeFile(markerOf(folder), await installKey(folder));
}

// The marker is in node_modules, which `npm ci` empties first, so it never outlives the install it stands for.
const markerOf = (folder: string) => path.join(folder, 'node_modules/.provisioned');

async function installKey(folder: string): Promise<string> {
	const lock = await readFile(path.join(folder, 'package-lock.json'));
	const platform = `${process.platform} ${process.arch} ${process.version}`;
	return createHash('sha256').update(lock).update(platform).digest('hex');
}

async function install(folder: string, progress: Progress, signal?: AbortSignal): Promise<void> {
	const packages = await packageFolders(folder);
	await withTicks(
		async () =>
			await runCommand('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
				cwd: folder,
				signal,
			}),
		(seconds) => {
			const there = packages.filter((name) => existsSync(path.join(folder, name, 'package.json')));
			progress.update(
				`Installing n8n: ${there.length} of ${packages.length} packages, ${seconds} s (once; usually about 3 minutes)`,
			);
		},
	);
	await withTicks(
		async () => {
			await buildDatabase(folder, signal);
			// npm may succeed although the database driver does not load, which n8n would report only when it starts.
			await runCommand(process.execPath, ['-e', 'require("sqlite3")'], { cwd: folder, signal });
		},
		(seconds) =>
			progress.update(`Preparing n8n's database: ${seconds} s (once; usually about 1 minute)`),
	);
	await markProvisioned(folder);
	progress.done(`n8n is installed (${packages.length} packages)`);
}

async function buildDatabase(folder: string, signal?: AbortSignal): Promise<void> {
	if (await hasSameDatabase(folder))
		return await cp(path.join(hostFolder, DRIVER), path.join(folder, DRIVER));
	const headers = findNodeHeaders();
	await runCommand('npm', ['rebuild', 'sqlite3'], {
		cwd: folder,
		env: headers ? { npm_config_nodedir: headers } : {},
		signal,
	});
}

/** Whether the host's n8n already has the same driver, built for this Node: building one takes a minute. */
async function hasSameDatabase(folder: string): Promise<boolean> {
	if (folder === hostFolder || !(await isProvisioned(hostFolder))) return false;
	const [here, there] = await Promise.all(
		[folder, hostFolder].map(
			async (n8n) => await readFile(path.join(n8n, 'node_modules/sqlite3/package.json'), 'utf8'),
		),
	);
	return here === there;
}

// Most optional packages are for other platforms: the count would never reach its end with them.
async function packageFolders(folder: string): Promise<string[]> {
	const lock = JSON.parse(await readFile(path.join(folder, 'package-lock.json'), 'utf8')) as {
		packages: Record<string, { optional?: boolean }>;
	};
	return Object.keys(lock.packages).filter((name) => name !== '' && !lock.packages[name].optional);
}

async function withTicks(work: () => Promise<unknown>, tick: (seconds: number) => void) {
	const started = Date.now();
	const show = () => tick(Math.round((Date.now() - started) / 1000));
	show();
	const timer = setInterval(show, 1000);
	try {
		await work();
	} finally {
		clearInterval(timer);
	}
}
