import { DEFAULT_TIMEOUT } from '../../../nodes/shared/request/call';
import { NodeTest } from '../../support/nodeTest';
import { arrivals, itemsFor, reached, SENDERS } from './senders';

/** One that has no login between its requests. */
const PLAIN = SENDERS.find(({ provider }) => !provider.credential.token)!;
const FAR_FROM_A_MINUTE = 30_000;

describe('pace', () => {
	const test = new NodeTest(PLAIN.type, PLAIN.parameters);
	const run = async (count: number, options: object) => {
		const startedAt = Date.now();
		const items = itemsFor(PLAIN, count);
		const { error, output } = await test.run({ items, parameters: { options: { ...options } } });
		return { error, output, took: Date.now() - startedAt };
	};
	const slowly = (latency: number) =>
		test.sandbox.addFault({ match: { path: PLAIN.path }, do: { latency } });

	/** The most requests that were open at the same moment, each open for `latency` and more. */
	const mostAtOnce = (latency: number) => {
		const times = arrivals(test, PLAIN).sort((a, b) => a - b);
		return Math.max(
			...times.map((time) => times.filter((t) => t >= time && t < time + latency).length),
		);
	};

	it.each([1, 7, 30])('keeps at most %i requests open at once', async (maxConcurrency) => {
		slowly(60);
		const count = maxConcurrency * 3;
		const { error, took } = await run(count, { maxConcurrency });
		expect(error).toBeUndefined();
		expect(arrivals(test, PLAIN)).toHaveLength(count);
		// Two milliseconds for what the clocks of timer and log differ.
		expect(mostAtOnce(58)).toBeLessThanOrEqual(maxConcurrency);
		expect(took).toBeGreaterThanOrEqual(3 * 58);
	});

	it('keeps 100 requests open at once by default', async () => {
		slowly(500);
		await run(220, {});
		expect(mostAtOnce(495)).toBeLessThanOrEqual(100);
		expect(mostAtOnce(495)).toBeGreaterThan(80);
	});

	const batch = (option: object) => ({ batching: { batch: option } });
	it.each([
		['Max Concurrency', { maxConcurrency: 0 }],
		['Max Concurrency', { maxConcurrency: -5 }],
		['Max Concurrency', { maxConcurrency: 1.5 }],
		['Max Concurrency', { maxConcurrency: 'all' }],
		['Items per Batch', batch({ batchSize: 0 })],
		['Items per Batch', batch({ batchSize: 1e9 })],
		['Batch Interval', batch({ batchInterval: -1 })],
	])('refuses before any request what cannot be used as %s: %j', async (label, options) => {
		const { error } = await run(5, options);
		expect(error?.message).toMatch(new RegExp(`^${label} is “.*\\[item 0\\]$`));
		expect(error?.context).toMatchObject({ itemIndex: 0, outcome: 'notSent' });
		expect(test.sandbox.state.requests).toEqual([]);
	});

	it('refuses in continue mode only the items whose own options cannot be used', async () => {
		const maxConcurrency = '={{ $json.many ?? $("Nobody").first().json.many }}';
		const items = itemsFor(PLAIN, 4).map((item, index) => ({
			...item,
			...(index !== 0 && { many: index === 2 ? 0 : 3 }),
		}));
		const { output, error } = await test.run({
			items,
			parameters: { options: { maxConcurrency } },
			settings: { onError: 'continueRegularOutput' },
		});
		expect(error).toBeUndefined();
		expect(output.map(({ json }) => json.error !== undefined)).toEqual([true, false, true, false]);
		expect(output[2].json.error).toMatch(/^Max Concurrency is “0”.*\[item 2\]$/);
		expect(reached(test, PLAIN, 4)).toEqual([0, 1, 0, 1]);
	});

	it('starts each batch as a whole, one interval after the previous batch', async () => {
		const batchInterval = 2000;
		const startedAt = Date.now();
		const { error } = await run(15, { batching: { batch: { batchSize: 5, batchInterval } } });
		expect(error).toBeUndefined();
		const times = arrivals(test, PLAIN);
		expect(times).toHaveLength(15);
		for (const place of [0, 1, 2]) {
			const batch = times.slice(place * 5, place * 5 + 5);
			// Timers may be a little early by the clock of the log.
			expect(batch[0] - startedAt).toBeGreaterThanOrEqual(place * batchInterval - 10);
			expect(batch[4] - batch[0]).toBeLessThan(batchInterval);
		}
	});

	it.each([{ batchSize: -1, batchInterval: 60_000 }, { batchSize: 5, batchInterval: 0 }, {}])(
		'makes no batches with %j',
		async (batch) => {
			const { output, took } = await run(15, { batching: { batch } });
			expect(output).toHaveLength(15);
			expect(took).toBeLessThan(FAR_FROM_A_MINUTE);
		},
	);
});

describe.each(SENDERS)('Timeout of $name', (sender) => {
	const test = new NodeTest(sender.type, sender.parameters);

	it.each([
		['no answer', { never: true as const }],
		['an answer that drips in', { trickle: { ms: 40 } }],
	])('ends %s', async (_what, effect) => {
		test.sandbox.addFault({ match: { path: sender.path }, do: effect });
		const startedAt = Date.now();
		const { error } = await test.run({
			items: itemsFor(sender, 1),
			parameters: { options: { timeout: 250 } },
		});
		expect(Date.now() - startedAt).toBeLessThan(DEFAULT_TIMEOUT);
		expect(Date.now() - startedAt).toBeGreaterThanOrEqual(245);
		expect(error?.message).toBe(
			`${sender.provider.name} did not answer in time: the request was sent [item 0]`,
		);
	});

	it('accepts an answer that comes in time', async () => {
		test.sandbox.addFault({ match: { path: sender.path }, do: { latency: 200 } });
		const { error } = await test.run({
			items: itemsFor(sender, 1),
			parameters: { options: { timeout: 2000 } },
		});
		expect(error).toBeUndefined();
	});
});
