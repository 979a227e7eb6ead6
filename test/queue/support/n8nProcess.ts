import { setTimeout as delay } from 'node:timers/promises';

import { n8nBinaryIn } from '../../host/provision';
import { n8nEnvironment } from '../../host/server/environment';
import { type N8nProcess, spawnN8n } from '../../host/server/process';
import { anyFreePort } from '../../host/system/ports';

/** A process of n8n other than its main process. */
export interface QueueProcess extends N8nProcess {
	name: string;
	/** Kills the process and its task runner, as if the machine lost its power. */
	kill(): Promise<void>;
}

export interface QueueProcessOptions {
	name: string;
	/** n8n's command and its flags. */
	command: ['worker', ...string[]] | ['webhook'];
	userFolder: string;
	env: Record<string, string>;
	/** The port of a webhook process. */
	port?: number;
}

const READY = {
	worker: 'n8n worker is now ready',
	webhook: 'Webhook listener waiting for requests',
};
const START_MS = 180_000;
const ATTEMPTS = 5;
const PORT_TAKEN = /port \d+ is already in use|EADDRINUSE/;

/** Starts a worker or a webhook process and waits until it is ready. @throws with the end of its log */
export async function startQueueProcess(options: QueueProcessOptions): Promise<QueueProcess> {
	const { name, command, userFolder, env, port } = options;
	const binaries = { nodeBinary: process.execPath, n8nBinary: n8nBinaryIn() };
	for (let attempt = 1; ; attempt++) {
		const ports = { editor: port ?? (await anyFreePort()), taskBroker: await anyFreePort() };
		const child = spawnN8n(binaries, {
			cwd: userFolder,
			env: n8nEnvironment(userFolder, ports, env),
			command,
		});
		try {
			await untilReady(child, READY[command[0]]);
			return { ...child, name, kill: async () => await kill(child) };
		} catch (error) {
			await child.stop();
			if (attempt === ATTEMPTS || !PORT_TAKEN.test(child.log())) throw error;
		}
	}
}

async function untilReady(child: N8nProcess, ready: string): Promise<void> {
	const deadline = Date.now() + START_MS;
	while (!child.log().includes(ready)) {
		const tail = child.log().slice(-3_000).trim();
		if (!child.isRunning()) throw new Error(`n8n ended while starting:\n${tail}`);
		if (Date.now() > deadline) throw new Error(`n8n was not ready in time:\n${tail}`);
		await delay(100);
	}
}

async function kill(child: N8nProcess): Promise<void> {
	process.kill(child.pid, 'SIGKILL');
	await child.ended;
	await child.stop();
}
