import fc from 'fast-check';
import type { Item } from '../../../../nodes/shared/items/item';
import { failureOf } from '../../support/failure';
import { runOperation, sending } from '../../support/operations';

const indexOf = async (item: Item) => await Promise.resolve({ index: item.index });
const failing = async (item: Item) =>
	await Promise.reject(item.invalid(`No ${item.index}`, 'Do this.'));

describe('the output', () => {
	it('keeps the order of the input and pairs each item, whichever ends first', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(fc.nat(8), { minLength: 1, maxLength: 20 }), async (turns) => {
				const work = sending(async (item) => {
					for (let turn = 0; turn < turns[item.index]; turn++) await Promise.resolve();
					return { index: item.index };
				});
				const { outputs } = await runOperation(work, { items: turns.length });
				const expected = turns.map((_, index) => ({
					json: { index },
					pairedItem: { item: index },
				}));
				expect(outputs).toEqual([expected]);
			}),
		);
	});

	it('has as many items as the operation returns for one', async () => {
		const work = sending(
			async ({ index }) =>
				await Promise.resolve(Array.from({ length: index }, (_, nth) => ({ nth }))),
		);
		const { outputs } = await runOperation(work, { items: 3 });
		expect(outputs).toEqual([
			[
				{ json: { nth: 0 }, pairedItem: { item: 1 } },
				{ json: { nth: 0 }, pairedItem: { item: 2 } },
				{ json: { nth: 1 }, pairedItem: { item: 2 } },
			],
		]);
	});

	it('is empty without input, and no parameter is read', async () => {
		const work = jest.fn(indexOf);
		const setting = { items: 0, parameters: { operation: 'unheard of' } };
		expect((await runOperation(sending(work), setting)).outputs).toEqual([[]]);
		expect(work).not.toHaveBeenCalled();
	});
});

it('runs as many items at once as the options say', async () => {
	let running = 0;
	let most = 0;
	const work = sending(async () => {
		most = Math.max(most, ++running);
		await Promise.resolve();
		running--;
		return {};
	});
	await runOperation(work, { items: 9, parameters: { options: { maxConcurrency: 4 } } });
	expect(most).toBe(4);
});

it.each([
	['operation', 'delete', 'call'],
	['resource', 'create', 'code'],
])('refuses a workflow that names another %s', async (_, operation, resource) => {
	const setting = { parameters: { operation, resource } };
	expect(await failureOf(async () => await runOperation(sending(indexOf), setting))).toMatchObject({
		kind: 'operation',
		message: `This node does not offer the operation “${operation}” of “${resource}”`,
		description: 'Open the node and choose a resource and an operation.',
	});
});

describe('runItems in stop mode', () => {
	it('ends at the first failure, and says which item failed and how far the run got', async () => {
		const started: number[] = [];
		const work = sending(async (item) => {
			started.push(item.index);
			return item.index === 2 ? await failing(item) : await indexOf(item);
		});
		const setting = { items: 9, parameters: { options: { maxConcurrency: 1 } } };
		expect(await failureOf(async () => await runOperation(work, setting))).toEqual({
			kind: 'operation',
			message: 'No 2 [item 2]',
			description:
				'Do this. 2 of 9 items were sent before that; neither Retry On Fail nor Retry on the failed execution repeats those.',
			outcome: 'notSent',
			itemIndex: 2,
		});
		expect(started).toEqual([0, 1, 2]);
	});

	it('awaits and counts running items, and reports no item that did not start', async () => {
		const ended: number[] = [];
		const work = sending(async (item) => {
			if (item.index === 1) return await failing(item);
			for (let turn = 0; turn < 20; turn++) await Promise.resolve();
			ended.push(item.index);
			return {};
		});
		const setting = { items: 9, parameters: { options: { maxConcurrency: 3 } } };
		const { description } = await failureOf(async () => await runOperation(work, setting));
		expect(ended).toEqual([0, 2]);
		expect(description).toContain('2 of 9 items were sent');
	});

	it('counts items as done for an operation that sends nothing', async () => {
		const setting = { items: 2, parameters: { options: { maxConcurrency: 1 } } };
		for (const work of [sending(failing, false), { ...sending(failing), sends: undefined }]) {
			const { description } = await failureOf(async () => await runOperation(work, setting));
			expect(description).toContain('0 of 2 items were done before that');
		}
	});

	it('turns any thrown value into an error that n8n shows with the item', async () => {
		const work = sending(async () => await Promise.reject(new Error('Oops')));
		expect(await failureOf(async () => await runOperation(work))).toMatchObject({
			kind: 'operation',
			message: 'Oops [item 0]',
			itemIndex: 0,
		});
	});
});
