import { readFile, writeFile } from 'node:fs/promises';

import type { Inspector } from './inspector';

const KIBIBYTE = 1024;
/** `man 5 proc`: resets the peak (VmHWM) to the memory in use. */
const RESET_PEAK = '5';

/** Only Linux reports the peak of another process. */
export const canWatch = process.platform === 'linux';

async function status(pid: number, field: 'VmHWM' | 'VmRSS'): Promise<number> {
	const text = await readFile(`/proc/${pid}/status`, 'utf8');
	return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(text)?.[1]) * KIBIBYTE;
}

/**
 * The bytes by which the resident memory of a process grows to its peak during `work`. Its garbage is collected first,
 * because the garbage of the run before would falsify the figure.
 */
export async function peakDuring(
	pid: number,
	inspector: Inspector,
	work: () => Promise<void>,
): Promise<number> {
	await inspector.call('HeapProfiler.collectGarbage');
	await writeFile(`/proc/${pid}/clear_refs`, RESET_PEAK);
	const before = await status(pid, 'VmRSS');
	await work();
	return (await status(pid, 'VmHWM')) - before;
}
