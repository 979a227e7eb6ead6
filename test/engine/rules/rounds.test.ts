import type { IDataObject } from 'n8n-workflow';
import { NodeTest } from '../../support/nodeTest';
import { pressRetry, reached, SENDERS } from './senders';

const [SENDER] = SENDERS;
const ROUNDS = 3;
const ITEMS = 4;

/** Item i has another recipient in each round of the loop. */
const numberOf = (round: number, item: number) => round * ITEMS + item;
const items: IDataObject[] = Array.from({ length: ITEMS }, (_, item) => ({
	to: Array.from({ length: ROUNDS }, (_round, round) =>
		SENDER.recipient.typed(numberOf(round, item)),
	),
}));

describe('the runs of a loop', () => {
	const test = new NodeTest(SENDER.type, {
		...SENDER.parameters,
		[SENDER.recipient.parameter]: '={{ $json.to[$runIndex] }}',
	});
	const all = () => reached(test, SENDER, ROUNDS * ITEMS);
	const failsFor = (recipient: number, times?: number) =>
		test.sandbox.addFault({
			match: { recipient: SENDER.recipient.counted(recipient) },
			times,
			do: { status: 500 },
		});

	it('keep their recipients apart', async () => {
		const { error } = await test.run({ items, rounds: ROUNDS });
		expect(error).toBeUndefined();
		expect(all()).toEqual(Array(ROUNDS * ITEMS).fill(1));
	});

	it('continue with Retry after the last finished item', async () => {
		failsFor(numberOf(1, 2), 1);
		const settings = { retryOnFail: false };
		const failed = await test.run({ items, rounds: ROUNDS, settings });
		expect(failed.error?.message).toMatch(/ \[item 2\]$/);
		expect(all().slice(2 * ITEMS)).toEqual([0, 0, 0, 0]);

		const { error, run } = await pressRetry(test, failed, { rounds: ROUNDS });
		expect(error).toBeUndefined();
		expect(run.data.resultData.runData['Node under test']).toHaveLength(ROUNDS);
		expect(all()).toEqual(Array(ROUNDS * ITEMS).fill(1));
	});

	it('have their own tries of Retry On Fail', async () => {
		for (let round = 0; round < ROUNDS; round++) failsFor(numberOf(round, 0));
		const onError = 'continueRegularOutput' as const;
		const settings = { onError, retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
		const { run } = await test.run({ items, rounds: ROUNDS, settings });

		expect(all()).toEqual(Array.from({ length: ROUNDS }, () => [0, 1, 1, 1]).flat());
		// Three tries of the first item in each round, and one of each other item.
		expect(test.sent).toHaveLength(ROUNDS * (3 + 3));
		const kept = run.data.executionData?.contextData['node:Node under test'];
		expect(Object.keys(kept ?? {})).toEqual([0, 1, 2].map((round) => `finished create ${round}`));
	});
});
