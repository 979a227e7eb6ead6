import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { endGroup } from '../../host/system/command';
import { anyFreePort } from '../../host/system/ports';

/** A server on this machine, with a port and a folder of its own. */
export interface Server {
	port: number;
	/** Resolves when the server's process has ended. May be called again. */
	stop(): Promise<void>;
}

/** How to start a server on a port. */
export interface ServerProgram {
	program: string;
	args(port: number): string[];
	/** The server writes this when it accepts connections. */
	ready: RegExp;
	/** The signal for a fast and orderly shutdown. */
	signal: 'SIGINT' | 'SIGTERM';
	cwd: string;
	/** The user that the server runs as; default the current user. */
	uid?: number;
	gid?: number;
}

const ATTEMPTS = 5;
const START_MS = 60_000;
const STOP_MS = 10_000;

/** Starts a server and waits until it accepts connections. @throws with the server's output */
export async function startServer(server: ServerProgram): Promise<Server> {
	for (let attempt = 1; ; attempt++) {
		const port = await anyFreePort();
		const { stop, ready, log } = run(server, port);
		if (await ready) return { port, stop };
		await stop();
		const isPortTaken = /address already in use/i.test(log());
		if (!isPortTaken || attempt === ATTEMPTS) {
			throw new Error(`${server.program} did not start:\n${log().trim()}`);
		}
	}
}

function run({ program, args, ready, signal, cwd, uid, gid }: ServerProgram, port: number) {
	const settings = JSON.stringify({ signal, cwd, uid, gid });
	const keeper = path.join(__dirname, 'endWithParent.mjs');
	const child = spawn(process.execPath, [keeper, program, settings, ...args(port)], {
		detached: true,
		stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
	});
	let text = '';
	const isReady = new Promise<boolean>((resolve) => {
		const read = (more: string) => {
			text = (text + more).slice(-10_000);
			if (ready.test(text)) resolve(true);
		};
		child.stdout?.setEncoding('utf8').on('data', read);
		child.stderr?.setEncoding('utf8').on('data', read);
		child.once('exit', () => resolve(false));
		void delay(START_MS, undefined, { ref: false }).then(() => resolve(false));
	});
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	const stop = async () => {
		child.kill('SIGTERM');
		const force = setTimeout(() => endGroup(child.pid, 'SIGKILL'), STOP_MS);
		await ended;
		clearTimeout(force);
		endGroup(child.pid, 'SIGKILL');
	};
	return { ready: isReady, stop, log: () => text };
}
