import type { INode, IRun } from 'n8n-workflow';
import { credentialFor } from '../../providers';
import type { TestedItem } from '../../providers/contract';
import type { Sandbox } from '../../sandbox/server';
import { runNode } from '../../support/engine';
import type { NodeRunResult } from '../../support/engine';
import type { Fault } from './fault';
import { startGateway } from './gateway';
import type { Received } from './gateway';
import { nextItem } from './subjects';
import type { Subject } from './subjects';
import { codeIn } from './table/echoes';

/** How the node treats an item that fails. */
export type Mode = 'stop' | 'continue' | 'retryOnFail';
export const MODES: Mode[] = ['stop', 'continue', 'retryOnFail'];

const SETTINGS: Record<Mode, Partial<INode>> = {
	stop: {},
	continue: { onError: 'continueRegularOutput' },
	retryOnFail: { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 },
};

/** What was seen of one run of three items. */
export interface Observation {
	result: NodeRunResult;
	/** Requests to the operation's address that came to the gateway. */
	requests: Received[];
	/** How often each item's recipient was reached during the run, by the sandbox's count. */
	reached: number[];
	/** What must not be found in anything n8n stores. */
	hidden: string[];
	/** All that n8n stores of the execution but what the user put in. */
	stored: string;
}

/** Tokens and codes may stand nowhere but in what the user gave: the items, and the node's own parameters. */
function withoutInput({ data }: IRun): string {
	const stored = JSON.parse(JSON.stringify(data)) as IRun['data'];
	delete stored.resultData.runData.Start;
	for (const entry of stored.executionData?.nodeExecutionStack ?? [])
		delete (entry as { data?: unknown }).data;
	return JSON.stringify(stored);
}

function hiddenIn(
	requests: Received[],
	items: TestedItem[],
	{ provider }: Subject,
	{ store }: NodeRunResult,
): string[] {
	const { logins, token } = provider.credential;
	const stored = store.stored.c;
	const basic = Buffer.from(`${stored.username}:${stored.password}`).toString('base64');
	const secrets = [stored[logins[0].secret], token && stored[token.field], basic];
	const codes = [...requests.map(codeIn), ...items.map(({ code }) => code)];
	return [...secrets, ...codes].filter((text) => text !== undefined && text !== '').map(String);
}

/** Runs three items against a provider at this address, one after the other by default. */
export async function observeAt(
	url: string,
	sandbox: Sandbox,
	subject: Subject,
	mode: Mode,
	{ timeout = 20_000, maxConcurrency = 1, requests = [] as Received[] } = {},
): Promise<Observation> {
	const items = await Promise.all([1, 2, 3].map(async () => await nextItem(subject, sandbox)));
	const before = items.map(({ to }) => sandbox.state.acceptedFor(to));
	const options = { maxConcurrency, codeLength: 8, timeout };
	const result = await runNode({
		type: subject.type,
		parameters: { ...subject.parameters, options },
		credential: {
			...credentialFor(subject.provider, sandbox),
			baseUrl: url + subject.provider.sandbox.basePath,
		},
		items: items.map(({ json }) => json),
		settings: SETTINGS[mode],
	});
	return {
		result,
		requests,
		reached: items.map(({ to }, index) => sandbox.state.acceptedFor(to) - before[index]),
		hidden: hiddenIn(requests, items, subject, result),
		stored: withoutInput(result.run),
	};
}

/** Runs three items, the middle one under the fault. */
export async function observe(
	sandbox: Sandbox,
	subject: Subject,
	fault: Pick<Fault, 'reaches' | 'spoil' | 'asked' | 'timeout'>,
	mode: Mode,
): Promise<Observation> {
	const times = fault.asked?.(subject) ?? 1;
	const gateway = await startGateway(sandbox.url, { path: subject.path, skip: 1, times, ...fault });
	const { timeout } = fault;
	const { received: requests } = gateway;
	const observation = await observeAt(gateway.url, sandbox, subject, mode, { timeout, requests });
	await gateway.close();
	return observation;
}
