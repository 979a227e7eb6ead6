import { type Sandbox, startSandbox } from '../sandbox/server';
import { installPackage } from './packageInstall';
import { N8nClient } from './n8nClient';
import { type N8nServer, startN8n } from './n8nServer';
import { owner } from './owner';
import { packTarball } from './packTarball';
import { provision } from './provision';
import { endGroup } from './system/command';
import { freePort } from './system/ports';
import type { Progress } from './system/progress';

/** A real n8n with this package installed, and the sandbox beside it. */
export interface Host {
	sandbox: Sandbox;
	/** The n8n that runs now. */
	readonly n8n: N8nServer;
	/** The client, logged in as the owner. */
	client: N8nClient;
	/** Ends n8n, in the middle of its work if it is killed, and starts it again at the same address. */
	restart(how?: { isKilled: boolean }): Promise<void>;
	/** Stops n8n and the sandbox. May be called again. */
	close(): Promise<void>;
}

export interface HostOptions {
	userFolder: string;
	progress: Progress;
	/** The folder that n8n itself is installed in; default `test/host/n8n`. */
	n8nFolder?: string;
	/** Further environment variables for n8n. */
	env?: Record<string, string>;
	/** The preferred port of the sandbox; another one is used when it is taken. */
	sandboxPort?: number;
	signal?: AbortSignal;
}

/**
 * Builds and packs this package, installs n8n if it is missing, and starts the sandbox and n8n with the package.
 *
 * @throws when n8n or the sandbox does not start; nothing is left running then
 */
export async function openHost({
	userFolder,
	progress,
	n8nFolder,
	env,
	sandboxPort,
	signal,
}: HostOptions): Promise<Host> {
	await provision(progress, { folder: n8nFolder, signal });
	await installPackage(await packTarball(progress, signal), userFolder);
	const port = sandboxPort === undefined ? 0 : await freePort(sandboxPort);
	const sandbox = await startSandbox({ port });
	let n8n: N8nServer | undefined;
	const start = async (n8nPort?: number) =>
		await startN8n({ userFolder, n8nFolder, env, signal, port: n8nPort });
	const close = async () => {
		await n8n?.stop();
		await sandbox.close();
	};
	const restart = async ({ isKilled } = { isKilled: false }) => {
		const { pid, port: used } = n8n!;
		if (isKilled) endGroup(pid, 'SIGKILL');
		await n8n!.stop();
		n8n = await start(used);
		if (n8n.port !== used) throw new Error(`n8n's port ${used} was taken while it restarted`);
	};
	try {
		progress.update('Starting n8n: usually about 10 s …');
		n8n = await start();
		progress.done(`n8n runs at ${n8n.url}, the sandbox of the three providers at ${sandbox.url}`);
		const client = new N8nClient(n8n.url);
		await client.enter(owner);
		return {
			...{ sandbox, client, restart, close },
			get n8n() {
				return n8n!;
			},
		};
	} catch (error) {
		await close();
		throw error;
	}
}
