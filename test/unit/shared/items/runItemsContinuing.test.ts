import type { Item } from '../../../../nodes/shared/items/item';
import { runOperation, sending } from '../../support/operations';

const indexOf = async (item: Item) => await Promise.resolve({ index: item.index });
const failing = async (item: Item) =>
	await Promise.reject(item.invalid(`No ${item.index}`, 'Do this.'));

describe('runItems in continue mode', () => {
	it('puts an error in the output of the failed item, and runs the others', async () => {
		const work = sending(async (item) =>
			item.index === 1 ? await failing(item) : await indexOf(item),
		);
		const { outputs } = await runOperation(work, { items: 3, continueOnFail: true });
		expect(outputs).toEqual([
			[
				{ json: { index: 0 }, pairedItem: { item: 0 } },
				{
					json: {
						error: 'No 1 [item 1]',
						details: { description: 'Do this.', outcome: 'notSent', itemIndex: 1 },
					},
					pairedItem: { item: 1 },
				},
				{ json: { index: 2 }, pairedItem: { item: 2 } },
			],
		]);
	});

	it('puts out only the error for an item whose credential n8n cannot read', async () => {
		const setting = { items: 2, continueOnFail: true, withoutCredential: [0] };
		const { outputs } = await runOperation(sending(indexOf), setting);
		expect(outputs).toMatchObject([
			[
				{ json: { error: 'No credential for this item [item 0]' }, pairedItem: { item: 0 } },
				{ json: { index: 1 }, pairedItem: { item: 1 } },
			],
		]);
		expect(outputs[0]).toHaveLength(2);
	});

	it('pairs each error of a run that cannot begin with its item', async () => {
		const setting = { items: 2, continueOnFail: true, parameters: { operation: 'delete' } };
		const { outputs } = await runOperation(sending(indexOf), setting);
		expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	});

	it('puts the accepted recipients before the error about the others', async () => {
		const work = sending(async (item) => {
			await item.onceForEach(['+84', '+66'], async (_, finish) => {
				finish('+84', { id: 1 });
				await failing(item);
			});
			return [];
		});
		const { outputs } = await runOperation(work, { continueOnFail: true });
		expect(outputs[0]).toMatchObject([
			{ json: { id: 1 }, pairedItem: { item: 0 } },
			{ json: { error: 'No 0 [item 0]' }, pairedItem: { item: 0 } },
		]);
	});
});
