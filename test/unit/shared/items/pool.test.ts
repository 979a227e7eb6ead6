import fc from 'fast-check';
import { runPool } from '../../../../nodes/shared/items/pool';
import type { Pace } from '../../../../nodes/shared/items/pool';
import { fakeClock, settle } from '../../support/clock';

const never = new AbortController().signal;
afterEach(() => jest.restoreAllMocks());

/** Work that ends when the test says so. */
function manualWork() {
	const started: number[] = [];
	const finish: Array<() => void> = [];
	const work = async (index: number) => {
		started.push(index);
		await new Promise<void>((resolve) => (finish[index] = resolve));
	};
	return { started, finish, work };
}

it('starts each item once, in order, and never more at once than allowed', async () => {
	const turns = fc.array(fc.nat(5), { maxLength: 40 });
	await fc.assert(
		fc.asyncProperty(turns, fc.integer({ min: 1, max: 12 }), async (lengths, maxConcurrency) => {
			const started: number[] = [];
			let running = 0;
			let most = 0;
			await runPool(lengths.length, { maxConcurrency }, never, async (index) => {
				started.push(index);
				most = Math.max(most, ++running);
				for (let turn = 0; turn < lengths[index]; turn++) await Promise.resolve();
				running--;
			});
			expect(started).toEqual(lengths.map((_, index) => index));
			expect(running).toBe(0);
			expect(most).toBeLessThanOrEqual(maxConcurrency);
		}),
	);
});

it('runs as many items as allowed, and starts the next as soon as one ends', async () => {
	const { started, finish, work } = manualWork();
	const running = runPool(5, { maxConcurrency: 2 }, never, work);
	await settle();
	expect(started).toEqual([0, 1]);
	finish[1]();
	await settle();
	expect(started).toEqual([0, 1, 2]);
	finish[0]();
	finish[2]();
	await settle();
	expect(started).toEqual([0, 1, 2, 3, 4]);
	finish[3]();
	finish[4]();
	await running;
});

it('starts nothing after the signal, and returns when all started items have ended', async () => {
	const stopping = new AbortController();
	const { started, finish, work } = manualWork();
	let isOver = false;
	const running = runPool(9, { maxConcurrency: 3 }, stopping.signal, work).then(() => {
		isOver = true;
	});
	await settle();
	stopping.abort();
	finish[0]();
	finish[1]();
	await settle();
	expect([started, isOver]).toEqual([[0, 1, 2], false]);
	finish[2]();
	await running;
	expect(started).toEqual([0, 1, 2]);
});

it('starts nothing if the signal came before', async () => {
	const work = jest.fn();
	await runPool(3, { maxConcurrency: 3 }, AbortSignal.abort(), work);
	expect(work).not.toHaveBeenCalled();
});

describe('batches', () => {
	/** The numbers of items started before each pause, and how long the pauses were. */
	async function startsWith(count: number, pace: Pace) {
		const started: number[] = [];
		const before: number[] = [];
		const { waits } = fakeClock(0, { onWaitOver: () => before.push(started.length) });
		await runPool(count, pace, never, async (index) => {
			started.push(index);
			await Promise.resolve();
		});
		return { started, before, waits };
	}

	it.each([1, 2, 10])(
		'start with a pause between them, with %j items at once',
		async (maxConcurrency) => {
			const pace = { maxConcurrency, batchSize: 3, batchInterval: 70 };
			const { started, before, waits } = await startsWith(8, pace);
			expect(started).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
			expect(before).toEqual([3, 6]);
			expect(waits).toEqual([70, 70]);
		},
	);

	it('of one item pause before every item but the first', async () => {
		const pace = { maxConcurrency: 5, batchSize: 1, batchInterval: 10 };
		expect((await startsWith(4, pace)).before).toEqual([1, 2, 3]);
	});

	it.each([
		{ maxConcurrency: 2, batchSize: 3, batchInterval: 0 },
		{ maxConcurrency: 2, batchSize: 3 },
		{ maxConcurrency: 2, batchInterval: 70 },
		{ maxConcurrency: 2, batchSize: 8, batchInterval: 70 },
	])('do not pause with %j', async (pace) => {
		const { started, waits } = await startsWith(8, pace);
		expect(started).toHaveLength(8);
		expect(waits).toEqual([]);
	});

	it('do not start after the signal', async () => {
		const stopping = new AbortController();
		const work = jest.fn(async () => {
			await Promise.resolve();
		});
		const pace = { maxConcurrency: 4, batchSize: 2, batchInterval: 60_000 };
		const running = runPool(8, pace, stopping.signal, work);
		await settle();
		expect(work).toHaveBeenCalledTimes(2);
		stopping.abort();
		await running;
		expect(work).toHaveBeenCalledTimes(2);
	});
});
