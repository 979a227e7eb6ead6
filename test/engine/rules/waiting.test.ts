import { NodeTest } from '../../support/nodeTest';
import { arrivals, itemsFor, reached, requestsTo, SENDERS } from './senders';

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toUTCString();

/** Milliseconds between one request and the next. */
const gaps = (times: number[]) => times.slice(1).map((time, index) => time - times[index]);

const [ANY] = SENDERS;
/** One that has no login between its requests. */
const PLAIN = SENDERS.find(({ provider }) => !provider.credential.token)!;

describe('a provider that asks to wait', () => {
	const test = new NodeTest(PLAIN.type, PLAIN.parameters);
	const asks = (status: number, retryAfter?: string, times?: number) =>
		test.sandbox.addFault({
			match: { path: PLAIN.path },
			times,
			do: {
				status,
				headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter },
				body: { message: 'Slow down' },
			},
		});

	it.each([429, 503])('gets the request again after the seconds of a %i', async (status) => {
		asks(status, '1', 1);
		const { error } = await test.run({ items: itemsFor(PLAIN, 1) });
		expect(error).toBeUndefined();
		expect(reached(test, PLAIN, 1)).toEqual([1]);
		const [gap, ...more] = gaps(arrivals(test, PLAIN));
		expect(more).toEqual([]);
		expect(gap).toBeGreaterThanOrEqual(990);
	});

	it('gets the request again after the date of Retry-After', async () => {
		const date = inSeconds(2);
		asks(429, date, 1);
		const { error } = await test.run({ items: itemsFor(PLAIN, 1) });
		expect(error).toBeUndefined();
		expect(arrivals(test, PLAIN)[1]).toBeGreaterThanOrEqual(Date.parse(date) - 10);
	});

	it('gets the request again after longer and longer waits if its 429 names no time', async () => {
		asks(429, undefined, 2);
		const { error } = await test.run({ items: itemsFor(PLAIN, 1) });
		expect(error).toBeUndefined();
		const [first, second] = gaps(arrivals(test, PLAIN));
		expect(first).toBeGreaterThanOrEqual(490);
		expect(second).toBeGreaterThanOrEqual(990);
	});

	it('gets the request at most three times more', async () => {
		asks(429, '0');
		const { error } = await test.run({ items: itemsFor(PLAIN, 1) });
		expect(requestsTo(test, PLAIN)).toBe(4);
		expect(error?.message).toBe(`Slow down (${PLAIN.provider.name}, HTTP 429) [item 0]`);
		expect(error?.description).toMatch(/^Send fewer at once: set Batching/);
		expect(error?.context).toMatchObject({ outcome: 'refused' });
	});

	it.each([
		['503 that does not say how long', 503, undefined],
		['503 with words', 503, 'later'],
		['500 with seconds', 500, '1'],
		['429 for more than a minute', 429, '61'],
		['503 for an hour', 503, '3600'],
		['a date a day ahead', 429, inSeconds(86_400)],
	])('gets no request again after %s', async (_what, status, retryAfter) => {
		asks(status, retryAfter);
		const { error } = await test.run({ items: itemsFor(PLAIN, 1) });
		expect(error?.message).toContain(`HTTP ${status}`);
		// Whatever is waited for is then asked again.
		expect(requestsTo(test, PLAIN)).toBe(1);
	});
});

describe('the whole run pauses', () => {
	const test = new NodeTest(ANY.type, ANY.parameters);

	it('as long as one answer asks for', async () => {
		test.sandbox.addFault({ match: { path: ANY.path }, do: { latency: 20 } });
		test.sandbox.addFault({
			match: { path: ANY.path },
			skip: 10,
			times: 1,
			do: { status: 429, headers: { 'retry-after': '1' } },
		});
		const { error } = await test.run({
			items: itemsFor(ANY, 60),
			parameters: { options: { maxConcurrency: 5 } },
		});
		expect(error).toBeUndefined();
		expect(reached(test, ANY, 60)).toEqual(Array(60).fill(1));

		const times = arrivals(test, ANY);
		const askedAt = times[10];
		// What was on its way when the answer came is let go; half a second is ample for that.
		const duringQuiet = times.filter((time) => time > askedAt + 500 && time < askedAt + 950);
		expect(duringQuiet).toEqual([]);
		expect(times.filter((time) => time < askedAt + 500).length).toBeLessThanOrEqual(20);
		expect(times.filter((time) => time >= askedAt + 950).length).toBeGreaterThanOrEqual(41);
	});
});

describe.each(SENDERS)('a provider with a rate limit: $name', (sender) => {
	const test = new NodeTest(sender.type, sender.parameters);

	it.each([429, 503])('gets a list of any length, each item once, with %i', async (status) => {
		const effect = { status, headers: { 'retry-after': '1' }, body: { message: 'Slow down' } };
		test.sandbox.addFault({ match: { path: sender.path }, beyondPerSecond: 50, do: effect });
		const { error, output } = await test.run({ items: itemsFor(sender, 200) });
		expect(error).toBeUndefined();
		expect(output).toHaveLength(200);
		expect(reached(test, sender, 200)).toEqual(Array(200).fill(1));
		// Half of the first hundred are too many; later refusals are few.
		expect(requestsTo(test, sender)).toBeLessThan(200 + 150);
	});
});
