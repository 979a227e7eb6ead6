import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';

import { READY, startN8n } from '../../host/n8nServer';
import { anyFreePort } from '../../host/system/ports';
import { Inspector } from '../n8n/inspector';

/** One start of n8n. */
export interface N8nStart {
	/** Milliseconds from the start of n8n's process until n8n logs that its editor is accessible. */
	readyMs: number;
	/** Milliseconds of processor time of n8n's main process until then, which other programs hardly change. */
	cpuMs: number;
	/** Bytes of the main process's memory, including its part of shared memory (PSS). */
	pss: number;
}

const KIBIBYTE = 1024;
const TICK_MS = 10;
/** Within this time n8n finishes what it still does once it is ready. */
const SETTLING_MS = 5_000;

/** Starts n8n, measures and stops it; only on Linux, which reports others' memory. @throws when it does not start */
export async function measureStart(userFolder: string, signal?: AbortSignal): Promise<N8nStart> {
	const port = await anyFreePort();
	let readyMs = 0;
	let log = '';
	const start = performance.now();
	const server = await startN8n({
		userFolder,
		signal,
		port,
		env: { NODE_OPTIONS: '--inspect-port=0' },
		onLog: (text) => {
			log += text;
			if (readyMs === 0 && log.includes(READY)) readyMs = performance.now() - start;
		},
	});
	try {
		const cpuMs = await processorMs(server.pid);
		const inspector = await Inspector.open(server.pid, server.log);
		await delay(SETTLING_MS, undefined, { signal });
		await inspector.call('HeapProfiler.collectGarbage');
		const memory = await memoryOf(server.pid);
		inspector.close();
		return { readyMs, cpuMs, ...memory };
	} finally {
		await server.stop();
	}
}

// `man 5 proc`: utime and stime, in ticks, of which Linux has a hundred a second. The program's name, in brackets, may
// contain spaces.
async function processorMs(pid: number): Promise<number> {
	const text = await readFile(`/proc/${pid}/stat`, 'utf8');
	const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
	return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

async function memoryOf(pid: number): Promise<{ pss: number }> {
	const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8');
	const field = (name: string) =>
		Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1]) * KIBIBYTE;
	return { pss: field('Pss') };
}
