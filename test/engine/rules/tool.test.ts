import type { Effect } from '../../sandbox/server';
import { NodeTest } from '../../support/nodeTest';
import { toolOf } from '../../support/tool';
import { reached, requestsTo, SENDERS } from './senders';

const RETRY_ON_FAIL = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

describe.each(SENDERS)('$name as a tool of AI agents', (sender) => {
	const { recipient } = sender;
	const test = new NodeTest(sender.type, sender.parameters);
	const agents = () => {
		const toolFor = toolOf(test.nodeRun({ settings: RETRY_ON_FAIL }));
		return (person: number) => toolFor({ to: recipient.typed(person) });
	};
	const fails = (person: number, effect: Effect, times: number) =>
		test.sandbox.addFault({ match: { recipient: recipient.counted(person) }, times, do: effect });
	const lost = { reset: 'afterProcessing' } as const;
	const UNKNOWN = /Whether it was carried out is unknown/;

	it('reaches a person again if the agent asks again', async () => {
		const call = agents()(0);
		await call();
		await call();
		expect(reached(test, sender, 1)).toEqual([2]);
	});

	it('is tried again after a refusal', async () => {
		fails(0, { status: 500 }, 2);
		await agents()(0)();
		expect(reached(test, sender, 1)).toEqual([1]);
		expect(requestsTo(test, sender)).toBe(3);
	});

	it('does not send again after an unknown outcome, and tells every agent so', async () => {
		fails(0, lost, 1);
		const agent = agents();
		const call = agent(0);
		await expect(call()).rejects.toThrow(UNKNOWN);
		await expect(call()).rejects.toThrow(UNKNOWN);
		await expect(agent(0)()).rejects.toThrow(UNKNOWN);
		expect(reached(test, sender, 1)).toEqual([1]);
	});

	it('reaches everybody else after an unknown outcome, and while another agent calls', async () => {
		fails(0, lost, 1);
		fails(1, { status: 500 }, 1);
		const agent = agents();
		const calls = [0, 1, 2, 3].map((person) => agent(person));
		const results = await Promise.allSettled(calls.map(async (call) => await call()));
		expect(results.map(({ status }) => status)).toEqual([
			'rejected',
			...Array<string>(3).fill('fulfilled'),
		]);
		await agent(4)();
		expect(reached(test, sender, 5)).toEqual([1, 1, 1, 1, 1]);
	});
});
