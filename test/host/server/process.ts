import { spawn } from 'node:child_process';
import path from 'node:path';

import { endGroup } from '../system/command';

/** A process of n8n. */
export interface N8nProcess {
	pid: number;
	/** The newest output of the process, at most about a million characters. */
	log(): string;
	/** Resolves when the process has ended, with its exit code or the signal's name. */
	ended: Promise<number | NodeJS.Signals | null>;
	isRunning(): boolean;
	/** Ends the process and everything that it started; resolves when nothing is left. */
	stop(): Promise<void>;
}

const LOG_CHARACTERS = 1_000_000;
/** n8n waits for running executions before it ends; after this time it is killed. */
const STOP_MS = 15_000;

export interface SpawnOptions {
	env: NodeJS.ProcessEnv;
	cwd: string;
	/** n8n's command and its flags; default `start`. */
	command?: string[];
	onLog?: (text: string) => void;
}

/** Starts n8n's own program, such as `node …/bin/n8n start`, in a process group of its own. */
export function spawnN8n(
	{ nodeBinary, n8nBinary }: { nodeBinary: string; n8nBinary: string },
	{ env, cwd, command = ['start'], onLog }: SpawnOptions,
): N8nProcess {
	const exitWithParent = path.join(__dirname, 'exitWithParent.mjs');
	const child = spawn(nodeBinary, ['--import', exitWithParent, n8nBinary, ...command], {
		// n8n reads a .env file in its working directory.
		cwd,
		env,
		detached: true,
		stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
	});
	let log = '';
	const keep = (text: string) => {
		log = (log + text).slice(-LOG_CHARACTERS);
		onLog?.(text);
	};
	child.stdout?.setEncoding('utf8').on('data', keep);
	child.stderr?.setEncoding('utf8').on('data', keep);
	const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
		child.once('exit', (code, signal) => resolve(code ?? signal));
		child.once('error', (error) => {
			keep(`${error.message}\n`);
			resolve(null);
		});
	});
	let stopping: Promise<void> | undefined;
	const isRunning = () =>
		child.pid !== undefined && child.exitCode === null && child.signalCode === null;
	const stop = async () => {
		if (isRunning()) child.kill('SIGTERM');
		const force = setTimeout(() => endGroup(child.pid, 'SIGKILL'), STOP_MS);
		await ended;
		clearTimeout(force);
		// A task runner whose n8n was killed would wait for n8n forever.
		endGroup(child.pid, 'SIGKILL');
	};
	return {
		pid: child.pid ?? 0,
		log: () => log,
		ended,
		isRunning,
		stop: async () => await (stopping ??= stop()),
	};
}
