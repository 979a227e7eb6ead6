import path from 'node:path';

import { NO_ANSWER, type ReportHandling } from '../host/flows/support/reports';
import { hostFolder } from '../host/system/paths';

/** The tested versions of n8n: each has a folder in `versions`, except the last, which is the host's n8n. */
export type Version = '1.123.81' | '2.0.3' | '2.41.1';

/** One version of n8n in which the package is tested. */
export interface MeasuredN8n {
	/** The folder with the package.json and package-lock.json from which this n8n is installed. */
	folder: string;
	/** The environment variables that this n8n needs in addition to those of every n8n here. */
	env?: Record<string, string>;
	/** Whether MCP clients do not get the server's instructions. */
	lacksMcpInstructions?: boolean;
	/** Whether an expression in a trigger cannot read the request. */
	lacksRequest?: boolean;
	reports?: ReportHandling;
	/** By file name, the examples that do not run as they are, with the node that this n8n lacks. */
	lacks: Record<string, string>;
}

const folderOf = (version: string) => path.join(__dirname, 'versions', version);

// The tests disable the module "mcp-registry" in the newest n8n. Older versions end at that unknown name.
const allModules = { N8N_DISABLED_MODULES: '' };

// The Data Table node of older versions can neither create a table nor find one by its name.
const withoutTables = {
	'delivery-log': 'n8n-nodes-base.dataTable 1.1',
	'sign-up': 'n8n-nodes-base.dataTable 1.1',
};

// Without this setting n8n 1 has one connection to SQLite, on which the transactions of two executions collide.
const pooled = { DB_SQLITE_POOL_SIZE: '2' };

const older = {
	env: allModules,
	lacksMcpInstructions: true,
	lacksRequest: true,
	reports: { apart: 2_000, late: NO_ANSWER },
	lacks: withoutTables,
};

/** The newest n8n 1, the first n8n 2, and the n8n that everything else in this repository runs on. */
export const measured: Record<Version, MeasuredN8n> = {
	'1.123.81': { folder: folderOf('1.123.81'), ...older, env: { ...allModules, ...pooled } },
	'2.0.3': { folder: folderOf('2.0.3'), ...older },
	'2.41.1': { folder: hostFolder, lacks: {} },
};
