import type { N8nUnderTest } from '../n8n/n8nUnderTest';
import type { SandboxProcess } from '../sandbox/sandboxProcess';
import { calls } from '../contenders/calls';
import { median } from '../measure/statistics';
import type { Load } from './load';

/** Who verifies: the trigger with few open challenges, the trigger with as many as it may have, and n8n's own nodes. */
export type ContenderName = 'trigger' | 'filled' | 'ownNodes';

/** As the tables name them. */
export const contenderTitles: Record<ContenderName, string> = {
	trigger: 'Phone Verification Trigger',
	filled: 'the same, 10,000 open challenges',
	ownNodes: 'n8n’s own nodes',
};

/** What a person or an app asks for, in this order. */
export const steps = ['page', 'send', 'check'] as const;
export type Step = (typeof steps)[number];

/** A workflow that is ready. Each has the same fields: `phoneNumber` gets a `challenge`, which with the `code` is `verified`. */
export interface Contender {
	name: ContenderName;
	/** The address of each step. */
	urls: Record<Step, string>;
}

/** Where everything takes place. */
export interface Surroundings {
	n8n: N8nUnderTest;
	sandbox: SandboxProcess;
}

/** One round of one contender. */
export type Block = Record<Step, Load>;

/** The call that carries the codes: CM.com's, because n8n's own credential can log it in as well. */
export const call = calls.find(({ login, fromItem }) => login === 'header' && 'code' in fromItem)!;

/** Nothing of the executions is stored, as in the other benchmark: n8n's own nodes would store the most. */
export const settings = {
	executionOrder: 'v1',
	saveDataSuccessExecution: 'none',
	saveDataErrorExecution: 'none',
	saveExecutionProgress: false,
} as const;

/** Median milliseconds of a number's sending and check together. */
export const verificationMs = ({ send, check }: Block): number =>
	median(send.latencies.map((latency, index) => latency + check.latencies[index]));
