import type { INodeExecutionData } from 'n8n-workflow';
import { NodeTest } from '../../support/nodeTest';
import { itemsFor, reached, requestsTo, SENDERS } from './senders';

const COUNT = 150;
const RETRY_ON_FAIL = { retryOnFail: true, maxTries: 5, waitBetweenTries: 1 };

const itemOf = ({ pairedItem }: INodeExecutionData) => (pairedItem as { item: number }).item;

describe.each(SENDERS)('$name, continuing on 30 % failing answers', (sender) => {
	const test = new NodeTest(sender.type, sender.parameters);

	/** n8n tries the node again while the first output carries an error: that item fails this many times. */
	const failing = (firstItemFails: number) => {
		const { path } = sender;
		const effect = { status: 500, body: { message: 'Not now' } };
		const recipient = sender.recipient.counted(0);
		test.sandbox.addFault({ match: { path, recipient }, times: firstItemFails, do: effect });
		test.sandbox.addFault({ match: { path }, rate: 0.3, seed: 3, do: effect });
	};

	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'reaches each recipient once or puts out its error, with %s',
		async (onError) => {
			failing(3);
			const items = itemsFor(sender, COUNT);
			const result = await test.run({ items, settings: { onError, ...RETRY_ON_FAIL } });

			const all = result.outputs.flatMap((output) => output ?? []);
			const sent = all.filter(({ json }) => json.error === undefined).map(itemOf);
			const isSent = new Set(sent);
			expect(all.map(itemOf).sort((a, b) => a - b)).toEqual(items.map((_, index) => index));
			expect(reached(test, sender, COUNT)).toEqual(items.map((_, i) => (isSent.has(i) ? 1 : 0)));
			// Three tries and more; without notes the whole list would have been sent each time.
			expect(requestsTo(test, sender)).toBeGreaterThan(COUNT + 3);
			expect(requestsTo(test, sender)).toBeLessThan(COUNT * 2);
			expect(sent.length).toBeGreaterThan(COUNT * 0.9);
		},
	);

	it('tries no item twice with one try', async () => {
		failing(1);
		const items = itemsFor(sender, COUNT);
		const { output } = await test.run({ items, settings: { onError: 'continueRegularOutput' } });

		const isSent = output.map(({ json }) => json.error === undefined);
		expect(output.map(itemOf)).toEqual(items.map((_, index) => index));
		expect(reached(test, sender, COUNT)).toEqual(isSent.map((was) => (was ? 1 : 0)));
		expect(requestsTo(test, sender)).toBe(COUNT);
	});
});
