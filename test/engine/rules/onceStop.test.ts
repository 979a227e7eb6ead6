import { NodeTest } from '../../support/nodeTest';
import { itemsFor, reached, requestsTo, retryUntilDone, SENDERS } from './senders';

/** The same with 1,000 in a real n8n: test/host/exactlyOnce.ts. */
const COUNT = 300;
const RETRY_ON_FAIL = { retryOnFail: true, maxTries: 5, waitBetweenTries: 1 };

describe.each(SENDERS)('$name, 300 recipients, 30 % of the answers failing', (sender) => {
	const test = new NodeTest(sender.type, sender.parameters);

	it('reaches each exactly once, by Retry On Fail and by Retry on the failed execution', async () => {
		test.sandbox.addFault({
			match: { path: sender.path },
			rate: 0.3,
			seed: 7,
			do: { status: 500, body: { message: 'Not now' } },
		});
		const changes = { settings: RETRY_ON_FAIL };
		const first = await test.run({ ...changes, items: itemsFor(sender, COUNT) });
		expect(first.error?.message).toContain('Not now');

		const { result, presses } = await retryUntilDone(test, first, changes);

		expect(result.error).toBeUndefined();
		expect(presses).toBeGreaterThan(0);
		expect(reached(test, sender, COUNT)).toEqual(Array(COUNT).fill(1));
		expect(test.sandbox.state.counters.accepted.total).toBe(COUNT);
		// The faults did strike: a quarter of the requests and more were in vain.
		expect(requestsTo(test, sender)).toBeGreaterThan(COUNT * 1.25);
		expect(result.output.map(({ pairedItem }) => pairedItem)).toEqual(
			Array.from({ length: COUNT }, (_, item) => ({ item })),
		);
		expect(result.output.filter(({ json }) => json.error !== undefined)).toEqual([]);
	}, 60_000);
});
