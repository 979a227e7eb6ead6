import { itemsFor, reached, requestsTo, SENDERS } from '../engine/rules/senders';
import { NodeTest } from '../support/nodeTest';

const COUNT = 1000;
const PER_SECOND = 10;
/** The shortest possible time, in seconds. */
const LEAST = COUNT / PER_SECOND;

/** This test takes two minutes, too long for `npm test`; test/engine/rules/waiting.test.ts has a short version. */
describe('a provider that allows ten requests a second', () => {
	const [sender] = SENDERS;
	const test = new NodeTest(sender.type, sender.parameters);

	it(`gets ${COUNT} items once each, with default options, in 1.3 × the least time`, async () => {
		test.sandbox.addFault({
			match: { path: sender.path },
			beyondPerSecond: PER_SECOND,
			do: { status: 429, headers: { 'retry-after': '1' } },
		});
		const startedAt = Date.now();
		const { error, output } = await test.run({ items: itemsFor(sender, COUNT) });
		const seconds = (Date.now() - startedAt) / 1000;
		const requests = requestsTo(test, sender);
		console.info(`${COUNT} items in ${seconds} s, ${requests - COUNT} refusals`);
		expect(error).toBeUndefined();
		expect(output).toHaveLength(COUNT);
		expect(reached(test, sender, COUNT)).toEqual(Array(COUNT).fill(1));
		expect(seconds).toBeLessThan(1.3 * LEAST);
	});
});
