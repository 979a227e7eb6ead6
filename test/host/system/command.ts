import { spawn } from 'node:child_process';
import path from 'node:path';

export interface CommandOptions {
	cwd: string;
	env?: NodeJS.ProcessEnv;
	/** The user that the command runs as; default the current user. */
	uid?: number;
	gid?: number;
	/** Ends the command and everything that it started. */
	signal?: AbortSignal;
}

const TAIL_CHARACTERS = 4_000;

/**
 * Runs a program until it ends, with this process's own Node first in PATH: the tools that the program starts (npm,
 * node-gyp) must build for the Node that n8n will run on, whatever else is installed.
 *
 * @returns what the program wrote to stdout
 * @throws with the end of the program's output when it fails
 */
export async function runCommand(
	program: string,
	args: string[],
	{ cwd, env, uid, gid, signal }: CommandOptions,
): Promise<string> {
	signal?.throwIfAborted();
	const searchPath = [path.dirname(process.execPath), process.env.PATH].join(path.delimiter);
	const child = spawn(program, args, {
		cwd,
		uid,
		gid,
		env: { ...process.env, ...env, PATH: searchPath },
		stdio: ['ignore', 'pipe', 'pipe'],
		// A process group of its own, so that ending npm also ends the compilers that it started.
		detached: true,
	});
	let stdout = '';
	let tail = '';
	const keep = (text: string) => (tail = (tail + text).slice(-TAIL_CHARACTERS));
	child.stdout.setEncoding('utf8').on('data', (text: string) => {
		stdout += text;
		keep(text);
	});
	child.stderr.setEncoding('utf8').on('data', keep);
	const end = () => endGroup(child.pid, 'SIGTERM');
	signal?.addEventListener('abort', end);
	try {
		const [code, killedBy] = await new Promise<[number | null, NodeJS.Signals | null]>(
			(resolve, reject) => {
				child.once('error', reject);
				child.once('close', (...result) => resolve(result));
			},
		);
		signal?.throwIfAborted();
		if (code === 0) return stdout;
		const outcome = killedBy ? `was ended by ${killedBy}` : `failed with exit code ${code}`;
		throw new Error(`${program} ${args.join(' ')} ${outcome}:\n${tail.trim()}`);
	} finally {
		signal?.removeEventListener('abort', end);
	}
}

/** Sends a signal to a process group; a group that has already ended is fine. */
export function endGroup(leader: number | undefined, signal: NodeJS.Signals): void {
	if (leader === undefined) return;
	try {
		process.kill(-leader, signal);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
	}
}
