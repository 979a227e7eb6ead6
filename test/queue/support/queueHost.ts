import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { N8nClient } from '../../host/n8nClient';
import { type N8nServer, startN8n } from '../../host/n8nServer';
import { owner } from '../../host/owner';
import { installPackage } from '../../host/packageInstall';
import { packTarball } from '../../host/packTarball';
import { provision } from '../../host/provision';
import { anyFreePort } from '../../host/system/ports';
import { streamProgress } from '../../host/system/progress';
import { type Sandbox, startSandbox } from '../../sandbox/server';
import { startPostgres } from '../servers/postgres';
import { findServers } from '../servers/programs';
import { startRedis } from '../servers/redis';
import { type QueueProcess, type QueueProcessOptions, startQueueProcess } from './n8nProcess';
import { type Database, queueSettings } from './settings';

/** A webhook process, which serves production addresses on a port of its own. */
export type WebhookProcess = QueueProcess & { url: string };

/** An n8n in queue mode, with a folder for each process as if it had its own machine, and the sandbox. */
export interface QueueHost {
	sandbox: Sandbox;
	/** The main process, with the editor, the REST API and the timers. */
	main: N8nServer;
	/** The process that serves production addresses. */
	webhook: WebhookProcess;
	/** The workers by name; a worker that was killed stays until it is started again. */
	workers: Map<string, QueueProcess>;
	database: Database;
	/** The client, logged in as the owner. */
	client: N8nClient;
	/** The folder of every process. */
	userFolders: string[];
	startWorker(name: string): Promise<QueueProcess>;
	/** Starts another webhook process, or one that has ended at its address again. */
	startWebhook(name: string): Promise<WebhookProcess>;
	/** The output of all processes, including those that have ended. */
	log(): string;
	close(): Promise<void>;
}

export interface QueueHostOptions {
	/** The number of executions that a worker runs at the same time. */
	concurrency?: number;
	/** Further environment variables for all processes of n8n. */
	env?: Record<string, string>;
}

export const WEBHOOK = 'webhook';
export const WORKERS = ['worker-1', 'worker-2'];

/** Starts everything. @throws when something does not start; nothing is left running then */
export async function openQueueHost({
	concurrency = 10,
	env = {},
}: QueueHostOptions = {}): Promise<QueueHost> {
	const programs = findServers();
	const progress = streamProgress();
	await provision(progress);
	const tarball = await packTarball(progress);
	const folder = await mkdtemp(path.join(os.tmpdir(), 'n8n-queue-'));
	const databaseFolder = await mkdtemp(path.join(os.tmpdir(), 'n8n-queue-postgres-'));
	const atEnd: Array<() => Promise<unknown>> = [
		async () => await rm(folder, { recursive: true, force: true }),
		async () => await rm(databaseFolder, { recursive: true, force: true }),
	];
	const close = async () => {
		for (const end of atEnd.splice(0).reverse()) await end();
	};
	/** Makes `close` stop what was started, the newest first. */
	const started = async <Part extends { stop(): Promise<void> }>(part: Promise<Part>) => {
		const { stop } = await part;
		atEnd.push(stop);
		return await part;
	};
	const userFolders: string[] = [];
	const folderFor = async (name: string) => {
		const userFolder = path.join(folder, name);
		if (userFolders.includes(userFolder)) return userFolder;
		await mkdir(userFolder);
		await installPackage(tarball, userFolder);
		userFolders.push(userFolder);
		return userFolder;
	};
	try {
		const database = await started(startPostgres(programs, databaseFolder));
		const redis = await started(startRedis(programs.redis, folder));
		const sandbox = await startSandbox();
		atEnd.push(sandbox.close);
		const webhookPort = await anyFreePort();
		const url = `http://127.0.0.1:${webhookPort}`;
		const encryptionKey = randomBytes(24).toString('base64url');
		const settings = {
			...queueSettings({ database, redis, webhookUrl: url, encryptionKey }),
			...env,
		};

		progress.update('Starting n8n in queue mode …');
		const main = await started(startN8n({ userFolder: await folderFor('main'), env: settings }));
		const logs = [main.log];
		const start = async (name: string, command: QueueProcessOptions['command'], port?: number) => {
			const userFolder = await folderFor(name);
			const options = { name, command, userFolder, env: settings, port };
			const child = await started(startQueueProcess(options));
			logs.push(child.log);
			return child;
		};
		const workers: QueueHost['workers'] = new Map();
		const startWorker = async (name: string) => {
			const worker = await start(name, ['worker', `--concurrency=${concurrency}`]);
			workers.set(name, worker);
			return worker;
		};
		const webhookPorts = new Map([[WEBHOOK, webhookPort]]);
		const startWebhook = async (name: string) => {
			const port = webhookPorts.get(name) ?? (await anyFreePort());
			webhookPorts.set(name, port);
			const child = await start(name, ['webhook'], port);
			return { ...child, url: `http://127.0.0.1:${port}` };
		};
		const [webhook] = await Promise.all([startWebhook(WEBHOOK), ...WORKERS.map(startWorker)]);
		progress.done(`n8n runs in queue mode: editor ${main.url}, production addresses ${url}`);
		const client = new N8nClient(main.url);
		await client.enter(owner);
		const log = () => logs.map((read) => read()).join('\n');
		const host = {
			sandbox,
			main,
			webhook,
			workers,
			database,
			client,
			userFolders,
		};
		return { ...host, startWorker, startWebhook, log, close };
	} catch (error) {
		await close();
		throw error;
	}
}
