import type { Effect } from '../../sandbox/server';
import { NodeTest } from '../../support/nodeTest';
import { itemsFor, pressRetry, reached, requestsTo, SENDERS } from './senders';

const RETRY_ON_FAIL = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
const ADVICE =
	/^Whether it was carried out is unknown\. .* Retry On Fail does not repeat it; to send it again, press Retry/;

interface Lost {
	how: string;
	effect: Effect;
	words: RegExp;
	/** Whether the provider had already acted. */
	wasSent: boolean;
}

const LOST: Lost[] = [
	{
		how: 'no answer in time',
		effect: { never: true },
		words: /did not answer in time/,
		wasSent: false,
	},
	{
		how: 'a reset after processing',
		effect: { reset: 'afterProcessing' },
		words: /connection to .* broke off before the answer came/,
		wasSent: true,
	},
	{
		how: 'a reset before processing',
		effect: { reset: 'beforeProcessing' },
		words: /connection to .* broke off before the answer came/,
		wasSent: false,
	},
	{ how: 'a 504', effect: { status: 504 }, words: /answered 504/, wasSent: false },
];

const table = SENDERS.flatMap((sender) =>
	LOST.map((lost) => ({ ...lost, sender, name: sender.name })),
);

describe.each(table)('$name and $how', ({ sender, effect, words, wasSent }) => {
	const test = new NodeTest(sender.type, sender.parameters);
	const items = itemsFor(sender, 3);
	const parameters = { options: { timeout: 800, maxConcurrency: 1 } };
	const middleIsLost = () =>
		test.sandbox.addFault({
			match: { recipient: sender.recipient.counted(1) },
			times: 1,
			do: effect,
		});
	const middle = wasSent ? 1 : 0;

	it('is repeated by Retry but not by Retry On Fail in stop mode', async () => {
		middleIsLost();
		const failed = await test.run({ items, parameters, settings: RETRY_ON_FAIL });
		expect(failed.error?.message).toMatch(words);
		expect(failed.error?.message).toMatch(/ \[item 1\]$/);
		expect(failed.error?.description).toMatch(ADVICE);
		expect(failed.error?.description).toContain('1 of 3 items were sent before that');
		expect(failed.error?.context).toMatchObject({ itemIndex: 1, outcome: 'unknown' });
		expect(requestsTo(test, sender)).toBe(2);
		expect(reached(test, sender, 3)).toEqual([1, middle, 0]);

		const retried = await pressRetry(test, failed, { parameters, settings: RETRY_ON_FAIL });
		expect(retried.error).toBeUndefined();
		expect(requestsTo(test, sender)).toBe(4);
		expect(reached(test, sender, 3)).toEqual([1, middle + 1, 1]);
	});

	it('is not repeated by a later try in continue mode, and the others are sent', async () => {
		middleIsLost();
		// n8n tries again only where the first output fails: it does, twice.
		const effectOnFirst = { match: { recipient: sender.recipient.counted(0) }, times: 2 };
		test.sandbox.addFault({ ...effectOnFirst, do: { status: 500 } });
		const settings = { onError: 'continueRegularOutput' as const, ...RETRY_ON_FAIL };
		const { output } = await test.run({ items, parameters, settings });
		expect(output[1].json).toMatchObject({
			error: expect.stringMatching(words),
			details: { description: expect.stringMatching(ADVICE), outcome: 'unknown', itemIndex: 1 },
		});
		expect(output.map(({ json }) => json.error === undefined)).toEqual([true, false, true]);
		expect(reached(test, sender, 3)).toEqual([1, middle, 1]);
		expect(requestsTo(test, sender)).toBe(3 + 1 + 1);
	});
});
