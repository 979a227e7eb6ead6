import path from 'node:path';

import { NO_ANSWER, type ReportHandling } from '../host/flows/support/reports';
import { hostFolder } from '../host/system/paths';

/** By their folders in `versions`, but for the last, which is the host's. */
export type Version = '1.123.81' | '2.0.3' | '2.41.1';

/** One n8n that the package is measured in. */
export interface MeasuredN8n {
	/** With the package.json and package-lock.json that this n8n is installed from. */
	folder: string;
	/** Settings that it needs beside those of every n8n here. */
	env?: Record<string, string>;
	/** Whether an MCP client is not told the instructions of the server. */
	lacksMcpInstructions?: boolean;
	/** Whether an expression in a trigger cannot read the request. */
	lacksRequest?: boolean;
	reports?: ReportHandling;
	/** The examples that do not run as they are, by their files, with the node that it lacks. */
	lacks: Record<string, string>;
}

const folderOf = (version: string) => path.join(__dirname, 'versions', version);

// They know no module "mcp-registry", which the newest is started without, and end at an unknown name.
const allModules = { N8N_DISABLED_MODULES: '' };

// Their Data Table node cannot create a table, nor find one by its name.
const withoutTables = {
	'delivery-log': 'n8n-nodes-base.dataTable 1.1',
	'sign-up': 'n8n-nodes-base.dataTable 1.1',
};

// Without it n8n 1 has one connection to SQLite, on which transactions of two executions get into each other's way.
const pooled = { DB_SQLITE_POOL_SIZE: '2' };

const older = {
	env: allModules,
	lacksMcpInstructions: true,
	lacksRequest: true,
	reports: { apart: 2_000, late: NO_ANSWER },
	lacks: withoutTables,
};

/** The newest n8n 1, the first n8n 2, and the one that everything else in this repository runs on. */
export const measured: Record<Version, MeasuredN8n> = {
	'1.123.81': { folder: folderOf('1.123.81'), ...older, env: { ...allModules, ...pooled } },
	'2.0.3': { folder: folderOf('2.0.3'), ...older },
	'2.41.1': { folder: hostFolder, lacks: {} },
};
