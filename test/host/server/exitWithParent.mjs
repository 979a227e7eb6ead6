import { Socket } from 'node:net';
import { kill, pid, stderr, stdout } from 'node:process';
import { setTimeout } from 'node:timers';

const ORDERLY_END_MS = 5_000;

// Loaded into n8n by process.ts, which holds the other end of this pipe. The system closes it however
// that process ends, also when it is killed. n8n then ends in its orderly way; where it cannot, because
// its folder is gone for example, it is killed with its task runner.
// Nobody reads the log any more either, and an error for each of its lines would stop the orderly end.
for (const log of [stdout, stderr]) log.on('error', () => {});
const parent = new Socket({ fd: 3 });
parent.on('error', () => {});
parent.on('close', () => {
	kill(pid, 'SIGTERM');
	setTimeout(() => kill(-pid, 'SIGKILL'), ORDERLY_END_MS).unref();
});
parent.resume();
parent.unref();
