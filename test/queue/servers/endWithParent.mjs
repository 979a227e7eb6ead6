import { spawn } from 'node:child_process';
import { Socket } from 'node:net';
import process, { argv, exit, kill, pid, stderr, stdout } from 'node:process';
import { setTimeout } from 'node:timers';

// Runs a server, and ends it when the parent process ends, even when the parent is killed: the parent holds the other
// end of the pipe, and the system closes the pipe. See test/host/server/exitWithParent.mjs.
const ORDERLY_END_MS = 5_000;

const [program, settings, ...args] = argv.slice(2);
const { signal, ...options } = JSON.parse(settings);
for (const log of [stdout, stderr]) log.on('error', () => {});

const server = spawn(program, args, { ...options, stdio: ['ignore', 'inherit', 'inherit'] });
server.once('error', ({ message }) => {
	stderr.write(`${message}\n`);
	exit(1);
});
server.once('exit', (code) => exit(code ?? 1));

const end = () => {
	server.kill(signal);
	setTimeout(() => kill(-pid, 'SIGKILL'), ORDERLY_END_MS).unref();
};
process.on('SIGTERM', end);
const parent = new Socket({ fd: 3 });
parent.on('error', () => {});
parent.on('close', end);
parent.resume();
