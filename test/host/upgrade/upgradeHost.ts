import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { type Sandbox, startSandbox } from '../../sandbox/server';
import { N8nClient } from '../n8nClient';
import { type N8nServer, startN8n } from '../n8nServer';
import { owner } from '../owner';
import { provision } from '../provision';
import { anyFreePort } from '../system/ports';
import { streamProgress } from '../system/progress';
import { type Registry, startRegistry } from './registry/registry';

/** A real n8n without this package, and the registry from which it can install the package. */
export interface UpgradeHost {
	sandbox: Sandbox;
	registry: Registry;
	/** Logged in as the owner, even after a restart. */
	client: N8nClient;
	/** A folder for this run's files. */
	folder: string;
	/** The folder where n8n keeps installed packages. */
	packagesFolder: string;
	/** The log of n8n since its last start. */
	log(): string;
	/** Ends n8n and starts it again at the same address. */
	restart(): Promise<void>;
	/** Stops everything. */
	close(): Promise<void>;
}

/** Starts n8n, the sandbox and the registry. @throws when one does not start; nothing is left running then */
export async function openUpgradeHost(): Promise<UpgradeHost> {
	await provision(streamProgress());
	const folder = await mkdtemp(path.join(os.tmpdir(), 'n8n-upgrade-'));
	const userFolder = path.join(folder, 'n8n');
	const sandbox = await startSandbox();
	const registry = await startRegistry();
	// Not n8n's usual port: if another program took that while n8n restarts, n8n would use another port.
	let port = await anyFreePort();
	let n8n: N8nServer | undefined;
	const start = async () => {
		n8n = await startN8n({ userFolder, port, env: registry.env });
	};
	const restart = async () => {
		await n8n?.stop();
		await start();
		if (n8n?.port !== port) throw new Error(`n8n's port ${port} was taken while it restarted`);
	};
	const close = async () => {
		await n8n?.stop();
		await registry.close();
		await sandbox.close();
		await rm(folder, { recursive: true, force: true, maxRetries: 3 });
	};
	try {
		await start();
		// The port differs from the requested one if n8n had to try again.
		port = n8n!.port;
		const client = new N8nClient(`http://127.0.0.1:${port}`);
		await client.enter(owner);
		return {
			...{ sandbox, registry, client, folder, close },
			packagesFolder: path.join(userFolder, '.n8n/nodes/node_modules'),
			log: () => n8n?.log() ?? '',
			restart,
		};
	} catch (error) {
		await close();
		throw error;
	}
}
