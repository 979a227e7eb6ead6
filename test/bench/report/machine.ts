import { readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { hostFolder } from '../../host/system/paths';

/** The machine and the versions with which the figures were measured. */
export interface Machine {
	processor: string;
	cores: number;
	/** The memory in gigabytes. */
	memory: number;
	system: string;
	node: string;
	n8n: string;
	/** The day, as YYYY-MM-DD. */
	day: string;
}

export async function machine(): Promise<Machine> {
	const manifest = path.join(hostFolder, 'node_modules/n8n/package.json');
	const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
	const processors = os.cpus();
	return {
		processor: processors[0]?.model.trim() || 'unknown processor',
		cores: processors.length,
		memory: Math.round(os.totalmem() / 1e9),
		system: `${os.type()} ${os.release()} ${os.arch()}`,
		node: process.versions.node,
		n8n: version,
		day: new Date().toISOString().slice(0, 10),
	};
}
