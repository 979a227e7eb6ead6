import { readFile, writeFile } from 'node:fs/promises';

import type { Inspector } from './inspector';

const KIBIBYTE = 1024;
/** `man 5 proc`: sets the peak (VmHWM) back to what is in use. */
const RESET_PEAK = '5';

/** Only Linux tells the peak of another process. */
export const canWatch = process.platform === 'linux';

async function status(pid: number, field: 'VmHWM' | 'VmRSS'): Promise<number> {
	const text = await readFile(`/proc/${pid}/status`, 'utf8');
	return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(text)?.[1]) * KIBIBYTE;
}

/**
 * The highest memory in use (resident set) of a process during some work, over what it had before, in bytes. Its
 * garbage is collected first, or a run would be charged with, or live off, what the run before it left.
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
