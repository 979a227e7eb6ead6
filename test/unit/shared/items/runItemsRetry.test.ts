import type { IDataObject } from 'n8n-workflow';
import { failed } from '../../../../nodes/shared/failure';
import type { Outcome } from '../../../../nodes/shared/failure';
import type { Item } from '../../../../nodes/shared/items/item';
import type { Setting } from '../../support/execution';
import { failureOf } from '../../support/failure';
import { runOperation, sending } from '../../support/operations';

/** The context of a node over several tries, and the items that were sent in each. */
function severalTries(fails: (index: number, nth: number) => Outcome | undefined) {
	const kept: IDataObject = {};
	const sent: number[][] = [];
	const tryOnce = async (setting: Setting = {}, sends = true) => {
		const now: number[] = [];
		sent.push(now);
		const work = sending(async (item: Item) => {
			now.push(item.index);
			const outcome = fails(item.index, sent.length);
			const failure = { message: `No ${item.index}`, description: 'Do this.', outcome: outcome! };
			if (outcome) throw failed({ name: 'Node', type: 'test' } as never, item.index, failure);
			return await Promise.resolve({ index: item.index, try: sent.length });
		}, sends);
		const parameters = { options: { maxConcurrency: 1 } };
		return await runOperation(work, { items: 4, kept: kept as never, parameters, ...setting });
	};
	return { kept, sent, tryOnce };
}

const onlyFirst = (outcome: Outcome) => (index: number, nth: number) =>
	index === 2 && nth === 1 ? outcome : undefined;

it('sends only unfinished items in a later try, and puts out all items', async () => {
	const { kept, sent, tryOnce } = severalTries(onlyFirst('refused'));
	await failureOf(async () => await tryOnce());
	expect(Object.keys(kept)).toEqual(['finished create 0']);
	const { outputs } = await tryOnce();
	expect(sent).toEqual([
		[0, 1, 2],
		[2, 3],
	]);
	expect(outputs[0].map(({ json }) => json)).toEqual([
		{ index: 0, try: 1 },
		{ index: 1, try: 1 },
		{ index: 2, try: 2 },
		{ index: 3, try: 2 },
	]);
});

it('drops the notes when no try can follow', async () => {
	const { kept, tryOnce } = severalTries(() => undefined);
	await tryOnce();
	expect(kept).toEqual({});
});

describe('a Retry after the process was killed', () => {
	/** The context that killedRun.ts leaves; its own tests show how it recognizes such a run. */
	const afterKill = { mode: 'retry', runIndex: 1, continueOnFail: true } as const;
	const kept = () => ({ 'killed run': true });

	it('sends nothing', async () => {
		const { sent, tryOnce } = severalTries(() => undefined);
		const { outputs } = await tryOnce({ ...afterKill, kept: kept() });
		expect(sent).toEqual([[]]);
		expect(outputs).toHaveLength(1);
		expect(outputs[0].map(({ json }) => Object.keys(json))).toEqual(
			Array.from({ length: 4 }, () => ['error', 'details']),
		);
	});

	it('runs an operation that sends nothing', async () => {
		const { sent, tryOnce } = severalTries(() => undefined);
		await tryOnce({ ...afterKill, kept: kept() }, false);
		expect(sent).toEqual([[0, 1, 2, 3]]);
	});
});

it('keeps the run indexes of a loop apart', async () => {
	const { sent, tryOnce } = severalTries(onlyFirst('refused'));
	await failureOf(async () => await tryOnce());
	await tryOnce({ runIndex: 1 });
	expect(sent[1]).toEqual([0, 1, 2, 3]);
});

describe('an item with an unknown outcome', () => {
	it('is not sent again by another try of the same execution', async () => {
		const { sent, tryOnce } = severalTries(onlyFirst('unknown'));
		await failureOf(async () => await tryOnce());
		expect(await failureOf(async () => await tryOnce())).toMatchObject({
			kind: 'api',
			message: 'No 2 [item 2]',
			description: expect.stringMatching(/^Do this\. 2 of 4 items were sent/) as string,
			outcome: 'unknown',
			itemIndex: 2,
		});
		expect(sent).toEqual([[0, 1, 2], []]);
	});

	it('is sent again by Retry, which is another execution that a user starts', async () => {
		const { sent, tryOnce } = severalTries(onlyFirst('unknown'));
		await failureOf(async () => await tryOnce());
		await tryOnce({ executionId: '2' });
		expect(sent[1]).toEqual([2, 3]);
	});

	it('is requested again by an operation that sends nothing', async () => {
		const { sent, tryOnce } = severalTries(onlyFirst('unknown'));
		await failureOf(async () => await tryOnce({}, false));
		await tryOnce({}, false);
		expect(sent[1]).toEqual([2, 3]);
	});

	it.each<Outcome>(['refused', 'notSent'])(
		'is sent again if the outcome was %s',
		async (outcome) => {
			const { sent, tryOnce } = severalTries(onlyFirst(outcome));
			await failureOf(async () => await tryOnce());
			await tryOnce();
			expect(sent[1]).toEqual([2, 3]);
		},
	);
});

describe('continue mode', () => {
	it('keeps notes for the next try without storing them, and drops them after a successful try', async () => {
		const firstFails = (index: number, nth: number): Outcome | undefined =>
			index === 0 && nth === 1 ? 'refused' : undefined;
		const { kept, sent, tryOnce } = severalTries(firstFails);
		const setting = { continueOnFail: true, node: { retryOnFail: true } };
		await tryOnce(setting);
		expect(kept).toEqual({});
		await tryOnce(setting);
		expect(sent).toEqual([[0, 1, 2, 3], [0]]);
		expect(kept).toEqual({});
	});

	it('drops the notes if the failed item is not the first, because n8n then does not try again', async () => {
		const { kept, tryOnce } = severalTries(onlyFirst('refused'));
		await tryOnce({ continueOnFail: true, node: { retryOnFail: true } });
		expect(kept).toEqual({});
	});
});

describe('a cancelled run', () => {
	it('starts nothing more, does not fail, and keeps its notes for Retry', async () => {
		const cancelling = new AbortController();
		const { kept, sent, tryOnce } = severalTries((index) => {
			if (index === 1) cancelling.abort();
			return index === 1 ? 'unknown' : undefined;
		});
		const { outputs } = await tryOnce({ cancel: cancelling.signal });
		expect(sent).toEqual([[0, 1]]);
		expect(outputs[0].map(({ json }) => json)).toEqual([{ index: 0, try: 1 }]);
		expect(kept).toEqual({
			'finished create 0': {
				0: { output: [{ index: 0, try: 1 }] },
				1: { unknown: { executionId: '1', message: 'No 1', description: 'Do this.' } },
			},
		});
	});
});
