import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { failed } from '../../../../nodes/shared/failure';
import type { Outcome } from '../../../../nodes/shared/failure';
import type { Item } from '../../../../nodes/shared/items/item';
import type { Setting } from '../../support/execution';
import { failureOf } from '../../support/failure';
import { runOperation, sending } from '../../support/operations';

/** The context of a node over several tries, and the people who were reached in each. */
function severalTries(fails: (person: number, nth: number) => Outcome | undefined) {
	const kept: IDataObject = {};
	const sent: number[][] = [];
	const tryOnce = async (setting: Setting = {}, sends = true, people = [0, 1, 2, 3]) => {
		const now: number[] = [];
		sent.push(now);
		const reach = async (item: Item, person: number) => {
			now.push(person);
			const outcome = fails(person, sent.length);
			const failure = { message: `No ${person}`, description: 'Do this.', outcome: outcome! };
			if (outcome) throw failed({ name: 'Node', type: 'test' } as never, item.index, failure);
			return await Promise.resolve({ person, try: sent.length });
		};
		const work = sending(async (item: Item) => {
			const person = people[item.index];
			return await item.once(`+${person}`, async () => await reach(item, person));
		}, sends);
		const parameters = { options: { maxConcurrency: 1 } };
		const items = people.length;
		return await runOperation(work, { items, kept: kept as never, parameters, ...setting });
	};
	return { kept, sent, tryOnce };
}

const onlyFirst = (outcome: Outcome) => (person: number, nth: number) =>
	person === 2 && nth === 1 ? outcome : undefined;

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
		{ person: 0, try: 1 },
		{ person: 1, try: 1 },
		{ person: 2, try: 2 },
		{ person: 3, try: 2 },
	]);
});

describe('Retry with other items than before', () => {
	it.each([
		['another order', [3, 2, 1, 0], [3, 2]],
		['fewer items', [2, 1], [2]],
		['more items', [7, 0, 1, 2, 3], [7, 2, 3]],
		['a corrected item', [0, 9, 2, 3], [9, 2, 3]],
		['the same person twice', [0, 0, 2], [0, 2]],
	])('reaches exactly those who were not reached: %s', async (_what, people, expected) => {
		const { sent, tryOnce } = severalTries(onlyFirst('refused'));
		await failureOf(async () => await tryOnce());
		const { outputs, kept } = await tryOnce({ executionId: '2' }, true, people);
		expect(sent).toEqual([[0, 1, 2], expected]);
		expect(outputs[0].map(({ json }) => json.person)).toEqual(people);
		expect(kept).toEqual({});
	});

	it('reaches each as often as the list names it, whatever fails and however the list is shuffled', async () => {
		const list = fc.array(fc.nat(5), { minLength: 1, maxLength: 8 });
		const faults = fc.array(fc.nat(8), { maxLength: 8 });
		await fc.assert(
			fc.asyncProperty(list, faults, fc.infiniteStream(fc.nat()), async (people, fails, seeds) => {
				const reachedBy: number[] = [];
				let requests = 0;
				const { sent, tryOnce } = severalTries(() =>
					fails.includes(requests++) ? 'refused' : undefined,
				);
				for (let nth = 0; nth <= fails.length; nth++) {
					const seed = seeds.next().value as number;
					const shuffled = [...people].sort((a, b) => ((a * seed) % 7) - ((b * seed) % 7));
					const executionId = String(nth);
					const ended = await tryOnce({ executionId }, true, shuffled).catch(() => undefined);
					const isLost = ended === undefined;
					reachedBy.push(...sent.at(-1)!.slice(0, isLost ? -1 : undefined));
					if (!isLost) break;
				}
				expect(reachedBy.sort()).toEqual([...people].sort());
			}),
		);
	});
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
			description: expect.stringMatching(
				/^Do this\. 2 of 4 items were sent.* 1 item has an unknown outcome: 2\.$/,
			) as string,
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
	it('keeps notes for the next try, and drops them after a successful try', async () => {
		const firstFails = (person: number, nth: number): Outcome | undefined =>
			person === 0 && nth === 1 ? 'refused' : undefined;
		const { kept, sent, tryOnce } = severalTries(firstFails);
		const setting = { continueOnFail: true, node: { retryOnFail: true } };
		await tryOnce(setting);
		expect(Object.keys(kept)).toEqual(['finished create 0']);
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
		const { kept, sent, tryOnce } = severalTries((person) => {
			if (person === 1) cancelling.abort();
			return person === 1 ? 'unknown' : undefined;
		});
		const { outputs } = await tryOnce({ cancel: cancelling.signal });
		expect(sent).toEqual([[0, 1]]);
		expect(outputs[0].map(({ json }) => json)).toEqual([{ person: 0, try: 1 }]);
		expect(kept).toEqual({
			'finished create 0': [
				{ subject: '+0', output: { person: 0, try: 1 } },
				{
					subject: '+1',
					unknown: { executionId: '1', message: 'No 1', description: 'Do this.' },
				},
			],
		});
	});
});
