import type { N8nUnderTest } from '../n8n/n8nUnderTest';
import type { SandboxProcess } from '../sandbox/sandboxProcess';
import { calls } from '../contenders/calls';
import { median } from '../measure/statistics';
import type { Load } from './load';

/** The contenders: the trigger with few open challenges, the trigger with the most that it allows, n8n's own nodes. */
export type ContenderName = 'trigger' | 'filled' | 'ownNodes';

/** The names of the contenders in the tables. */
export const contenderTitles: Record<ContenderName, string> = {
	trigger: 'Phone Verification Trigger',
	filled: 'the same, 10,000 open challenges',
	ownNodes: 'n8n’s own nodes',
};

/** The requests of a person or an app, in this order. */
export const steps = ['page', 'send', 'check'] as const;
export type Step = (typeof steps)[number];

/**
 * An active workflow. All contenders use the same fields: for a `phoneNumber` they answer with a `challenge`, and for
 * the `challenge` with its `code` they answer `verified`.
 */
export interface Contender {
	name: ContenderName;
	/** The address of each step. */
	urls: Record<Step, string>;
}

/** The n8n and the sandbox of the benchmark. */
export interface Surroundings {
	n8n: N8nUnderTest;
	sandbox: SandboxProcess;
}

/** One round of one contender. */
export type Block = Record<Step, Load>;

/** The call that carries the codes: CM.com's, because n8n's own credential can authenticate it as well. */
export const call = calls.find(({ login, fromItem }) => login === 'header' && 'code' in fromItem)!;

/** n8n stores no data of executions, as in the other benchmark: n8n's own nodes would store the most. */
export const settings = {
	executionOrder: 'v1',
	saveDataSuccessExecution: 'none',
	saveDataErrorExecution: 'none',
	saveExecutionProgress: false,
} as const;

/** Median milliseconds for the send and the check of a number together. */
export const verificationMs = ({ send, check }: Block): number =>
	median(send.latencies.map((latency, index) => latency + check.latencies[index]));
