import type { NodeRun } from '../../support/engine';
import { NodeTest } from '../../support/nodeTest';
import { itemsFor, requestsTo, SENDERS } from './senders';

const COUNT = 200;
const AT_ONCE = 10;
const RETRY_AFTER_MS = 30_000;
const later = async (milliseconds: number) =>
	await new Promise((resolve) => setTimeout(resolve, milliseconds));

describe.each(SENDERS)('$name stops', (sender) => {
	const test = new NodeTest(sender.type, sender.parameters);
	const items = itemsFor(sender, COUNT);
	const parameters = { options: { maxConcurrency: AT_ONCE } };
	const slowly = (latency: number) =>
		test.sandbox.addFault({ match: { path: sender.path }, do: { latency } });
	const accepted = () => test.sandbox.state.counters.accepted.total;

	it('at the first failed item, and awaits and counts the running items', async () => {
		slowly(20);
		test.sandbox.addFault({
			match: { recipient: sender.recipient.counted(25) },
			do: { status: 400, body: { message: 'No such number' } },
		});
		const { error } = await test.run({ items, parameters });
		expect(error?.message).toBe(`No such number (${sender.provider.name}, HTTP 400) [item 25]`);
		expect(error?.context).toMatchObject({ itemIndex: 25, outcome: 'refused' });
		// Items 0 … 25, and those that were under way beside item 25.
		expect(requestsTo(test, sender)).toBeGreaterThanOrEqual(26);
		expect(requestsTo(test, sender)).toBeLessThan(26 + AT_ONCE);
		expect(accepted()).toBe(requestsTo(test, sender) - 1);
		expect(error?.description).toContain(
			` ${accepted()} of ${COUNT} items were sent before that; neither Retry On Fail nor Retry on the failed execution repeats those.`,
		);
		const counted = requestsTo(test, sender);
		await later(100);
		expect(requestsTo(test, sender)).toBe(counted);
	});

	it('and names the failed item with the lowest index', async () => {
		slowly(20);
		for (const index of [3, 7, 5])
			test.sandbox.addFault({
				match: { recipient: sender.recipient.counted(index) },
				do: { status: 400 },
			});
		const { error } = await test.run({ items, parameters });
		expect(error?.message).toMatch(/ \[item 3\]$/);
		expect(accepted()).toBe(requestsTo(test, sender) - 3);
		expect(error?.description).toContain(` ${accepted()} of ${COUNT} items were sent before that`);
	});

	it('while it waits for the provider, and sends no waiting item', async () => {
		slowly(20);
		const retryAfter = { status: 429, headers: { 'retry-after': String(RETRY_AFTER_MS / 1000) } };
		test.sandbox.addFault({ match: { recipient: sender.recipient.counted(3) }, do: retryAfter });
		test.sandbox.addFault({
			match: { recipient: sender.recipient.counted(4) },
			do: { latency: 100 },
		});
		test.sandbox.addFault({
			match: { recipient: sender.recipient.counted(4) },
			do: { status: 400 },
		});
		const startedAt = Date.now();
		const { error } = await test.run({ items, parameters });
		expect(error?.message).toMatch(/ \[item 4\]$/);
		expect(Date.now() - startedAt).toBeLessThan(RETRY_AFTER_MS);
		expect(requestsTo(test, sender)).toBeLessThan(2 * AT_ONCE);
	});

	const cancelled = async (
		when: () => boolean,
		changes: Partial<Pick<NodeRun, 'parameters' | 'settings'>> = {},
	): Promise<{ atCancel: number; took: number }> => {
		let cancel = () => {};
		const onStart: NodeRun['onStart'] = (execution) => (cancel = () => execution.cancel());
		const running = test.run({ items, parameters, onStart, ...changes });
		while (!when()) await later(1);
		cancel();
		const atCancel = requestsTo(test, sender);
		const startedAt = Date.now();
		const { run } = await running;
		expect(run.status).toBe('canceled');
		return { atCancel, took: Date.now() - startedAt };
	};

	it.each([
		['stop mode', {}],
		['continue mode', { onError: 'continueRegularOutput' as const }],
		['Retry On Fail', { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 }],
	])('when it is cancelled, in %s', async (_mode, settings) => {
		slowly(40);
		const { atCancel, took } = await cancelled(() => accepted() >= 30, { settings });
		expect(took).toBeLessThan(RETRY_AFTER_MS);
		await later(150);
		// What n8n had handed to the network before the signal may still arrive.
		expect(requestsTo(test, sender)).toBeLessThanOrEqual(atCancel + AT_ONCE);
		expect(requestsTo(test, sender)).toBeLessThan(COUNT / 2);
	});

	it('when it is cancelled while it waits for the provider', async () => {
		const retryAfter = { status: 429, headers: { 'retry-after': String(RETRY_AFTER_MS / 1000) } };
		test.sandbox.addFault({ match: { path: sender.path }, do: retryAfter });
		const { atCancel, took } = await cancelled(() => requestsTo(test, sender) >= AT_ONCE);
		expect(took).toBeLessThan(RETRY_AFTER_MS);
		expect(requestsTo(test, sender)).toBe(atCancel);
		expect(accepted()).toBe(0);
	});

	it('when it is cancelled while it waits for the next batch', async () => {
		const batching = { batch: { batchSize: 2, batchInterval: RETRY_AFTER_MS } };
		const { took } = await cancelled(() => accepted() >= 2, {
			parameters: { options: { batching } },
		});
		expect(took).toBeLessThan(RETRY_AFTER_MS);
		expect(accepted()).toBe(2);
	});
});
