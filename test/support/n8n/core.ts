import { mkdtempSync } from 'node:fs';
import type * as nodeModule from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type * as network from '@n8n/backend-network';
import type * as di from '@n8n/di';
import type * as core from 'n8n-core';
import type * as inputConnections from 'n8n-core/dist/execution-engine/node-execution-context/utils/get-input-connection-data';
import type * as ssh from 'n8n-core/dist/execution-engine/ssh-clients-manager';

/** In tests that of environment.js, outside jest; `npm run generate` has none. */
const { requireOnce = require } = globalThis as { requireOnce?: NodeJS.Require };

// n8n-core writes its settings and its key into this folder as soon as it is loaded.
process.env.N8N_USER_FOLDER ??= mkdtempSync(path.join(tmpdir(), 'n8n-engine-'));
// n8n logs every node that fails, which most tests are about.
process.env.N8N_LOG_LEVEL ??= 'silent';
// What n8n-core's decorators need; it has to be there before them.
requireOnce('reflect-metadata');

// As n8n does when it starts.
(requireOnce('@n8n/backend-network') as typeof network).configureGlobalAxiosDefaults();

const ENGINE = 'n8n-core/dist/execution-engine';

const { SSHClientsManager } = requireOnce(`${ENGINE}/ssh-clients-manager`) as typeof ssh;
const { createRequire } = requireOnce('node:module') as typeof nodeModule;
const requireByCore = createRequire(requireOnce.resolve('n8n-core'));
// n8n-core's timer for idle SSH connections would keep the process alive.
(requireByCore('@n8n/di') as typeof di).Container.get(SSHClientsManager).onShutdown();

export const { makeHandleToolInvocation } = requireOnce(
	`${ENGINE}/node-execution-context/utils/get-input-connection-data`,
) as typeof inputConnections;

/** The true n8n-core. */
export const {
	CredentialTestContext,
	ExecuteContext,
	ExecutionLifecycleHooks,
	loadOutputSchema,
	RoutingNode,
	SupplyDataContext,
	WorkflowExecute,
} = requireOnce('n8n-core') as typeof core;
