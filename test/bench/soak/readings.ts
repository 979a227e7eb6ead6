import { readFile } from 'node:fs/promises';

import type { N8nUnderTest } from '../n8n/n8nUnderTest';
import { staticDataBytes } from '../verification/trigger';

/** Messages and calls in each second, by each provider in turn. */
export const SENDS_A_SECOND = 50;

/** What n8n's process holds, after a collection of its garbage. */
export interface Reading {
	minute: number;
	/** Messages and calls so far. */
	sends: number;
	/** Bytes of JavaScript's heap in use. */
	heap: number;
	/** Bytes of resident memory. */
	resident: number;
	timers: number;
	/** Listeners of events of the process. */
	listeners: number;
	/** Bytes of the trigger's static data. */
	staticData: number;
}

const KIBIBYTE = 1024;

async function evaluate({ inspector }: N8nUnderTest, expression: string): Promise<number> {
	const { result } = await inspector.call<{ result: { value: number } }>('Runtime.evaluate', {
		expression,
		returnByValue: true,
	});
	return result.value;
}

/** Reads what n8n holds; `workflow` is the name of the trigger's workflow, `folder` that of the benchmark. */
export async function readN8n(
	n8n: N8nUnderTest,
	{
		minute,
		sends,
		folder,
		workflow,
	}: Record<'minute' | 'sends', number> & {
		folder: string;
		workflow: string;
	},
): Promise<Reading> {
	await n8n.inspector.call('HeapProfiler.collectGarbage');
	const status = await readFile(`/proc/${n8n.server.pid}/status`, 'utf8');
	const { usedSize } = await n8n.inspector.call<{ usedSize: number }>('Runtime.getHeapUsage');
	return {
		...{ minute, sends },
		heap: usedSize,
		resident: Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) * KIBIBYTE,
		timers: await evaluate(
			n8n,
			'process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length',
		),
		listeners: await evaluate(
			n8n,
			'process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0)',
		),
		staticData: staticDataBytes(folder, workflow),
	};
}
