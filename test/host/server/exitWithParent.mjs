import { Socket } from 'node:net';
import { kill, pid, stderr, stdout } from 'node:process';
import { setTimeout } from 'node:timers';

const ORDERLY_END_MS = 5_000;

// process.ts loads this file into n8n, and its process holds the other end of the pipe. The system closes the pipe when
// that process ends, even when it is killed. n8n then shuts down; if it cannot, for example because its folder is gone,
// it is killed together with its task runner.
// Nobody reads n8n's log any more by then, and an error for each line would interrupt the shutdown.
for (const log of [stdout, stderr]) log.on('error', () => {});
const parent = new Socket({ fd: 3 });
parent.on('error', () => {});
parent.on('close', () => {
	kill(pid, 'SIGTERM');
	setTimeout(() => kill(-pid, 'SIGKILL'), ORDERLY_END_MS).unref();
});
parent.resume();
parent.unref();
