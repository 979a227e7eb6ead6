import axios from 'axios';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

import { n8nEnvironment } from './server/environment';
import { type N8nProcess, spawnN8n } from './server/process';
import { anyFreePort, freePort } from './system/ports';
import { n8nBinaryIn } from './provision';

export interface StartN8nOptions {
	/** The folder in whose `.n8n` n8n keeps its database, its encryption key and its community packages. */
	userFolder: string;
	/** The folder that n8n itself is installed in; default `test/host/n8n`. */
	n8nFolder?: string;
	/** The preferred port, default 5678; another one is used when it is taken. */
	port?: number;
	/** Further environment variables for n8n; they cannot change its ports and its log level. */
	env?: Record<string, string>;
	/** Receives n8n's output as n8n writes it. */
	onLog?: (text: string) => void;
	/** Stops n8n, even while it starts. */
	signal?: AbortSignal;
}

/** A running n8n. */
export interface N8nServer {
	/** The address of n8n, without a slash at the end. */
	url: string;
	port: number;
	/** The process ID of n8n's main process; its memory is in `/proc/<pid>/status`. */
	pid: number;
	/** The newest output of n8n, at most about a million characters. */
	log(): string;
	/** Ends n8n and its task runner; resolves when no process is left. May be called again. */
	stop(): Promise<void>;
}

const START_MS = 600_000;
const ATTEMPTS = 5;
const PORT_TAKEN = /port \d+ is already in use/;
/** n8n logs this when it has started. */
export const READY = 'Editor is now accessible via';

/**
 * Starts the n8n that `provision` installed and waits until its editor, its REST API and the webhooks of
 * its active workflows answer.
 *
 * @throws with the end of n8n's log when n8n ends or is not ready in time
 */
export async function startN8n(options: StartN8nOptions): Promise<N8nServer> {
	const binaries = { nodeBinary: process.execPath, n8nBinary: n8nBinaryIn(options.n8nFolder) };
	if (!existsSync(binaries.n8nBinary)) {
		throw new Error('n8n is not installed yet: call provision() first');
	}
	await mkdir(options.userFolder, { recursive: true });
	for (let attempt = 1; ; attempt++) {
		options.signal?.throwIfAborted();
		// Two hosts that start together may both find the usual ports free; the slower one then finds them taken.
		// A port that the caller named is kept while it is free: after a restart, addresses stay what they were.
		const isPreferred = attempt === 1 || options.port !== undefined;
		const editor = isPreferred ? await freePort(options.port ?? 5678) : await anyFreePort();
		const taskBroker = attempt === 1 ? await freePort(5679) : await anyFreePort();
		const n8n = spawnN8n(binaries, {
			cwd: options.userFolder,
			env: n8nEnvironment(options.userFolder, { editor, taskBroker }, options.env),
			onLog: options.onLog,
		});
		const stop = () => void n8n.stop();
		options.signal?.addEventListener('abort', stop);
		const url = `http://127.0.0.1:${editor}`;
		try {
			await untilReady(n8n, url, options.signal);
			return { url, port: editor, pid: n8n.pid, log: n8n.log, stop: n8n.stop };
		} catch (error) {
			await n8n.stop();
			if (attempt === ATTEMPTS || !PORT_TAKEN.test(n8n.log())) throw error;
		}
	}
}

async function untilReady(n8n: N8nProcess, url: string, signal?: AbortSignal): Promise<void> {
	const deadline = Date.now() + START_MS;
	// The log comes first, because another program on the same port would answer a request as well.
	while (!(n8n.log().includes(READY) && (await answers(url)))) {
		signal?.throwIfAborted();
		if (!n8n.isRunning()) {
			throw new Error(`n8n ended while starting (${String(await n8n.ended)}):\n${tail(n8n)}`);
		}
		if (Date.now() > deadline) {
			throw new Error(`n8n was not ready after ${START_MS / 1000} s:\n${tail(n8n)}`);
		}
		await delay(100);
	}
}

// While n8n migrates its database, it answers every address with 200 and a sentence.
async function answers(url: string): Promise<boolean> {
	try {
		const response = await axios.get(`${url}/rest/settings`, { proxy: false, timeout: 5_000 });
		return typeof response.data === 'object';
	} catch {
		return false;
	}
}

const tail = (n8n: N8nProcess) => n8n.log().slice(-3_000).trim();
