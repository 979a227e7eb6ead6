import { wholeNumber } from '../../../../nodes/shared/fields/kinds';
import { seenOf } from '../../support/failure';
import { itemOf, testProvider } from '../../support/item';

describe('Item', () => {
	it('has the credential and its secret', async () => {
		const { item } = await itemOf({ credential: { password: 'word' } });
		expect(item.credential).toEqual({ typeOfCredential: 'testApi', password: 'word' });
		expect(item.secret).toBe('word');
	});

	it('reads its own value of a parameter once', async () => {
		const { item, context } = await itemOf({ perItem: [{ name: 'a' }, { name: 'b' }], index: 1 });
		const read = jest.spyOn(context, 'getNodeParameter');
		expect([item.parameter('name'), item.parameter('name')]).toEqual(['b', 'b']);
		expect(read).toHaveBeenCalledTimes(1);
	});

	it('returns the fallback for a parameter that the workflow does not contain', async () => {
		const { item } = await itemOf();
		expect(item.parameter('missing', 'fallback')).toBe('fallback');
		expect(() => item.parameter('other')).toThrow('Could not get parameter "other"');
	});

	it.each([
		[{}, 6],
		[{ length: '' }, 6],
		[{ length: '7' }, 7],
	])('reads a field from %j as %j, as a parameter and under Options', async (values, expected) => {
		const { item } = await itemOf({ parameters: { ...values, options: values } });
		const field = wholeNumber({ displayName: 'L', name: 'length', type: 'number', default: 6 });
		expect([item.read(field), item.option(field)]).toEqual([expected, expected]);
	});

	it('has its options and its run index', async () => {
		const { item } = await itemOf({ parameters: { options: { a: 1 } }, runIndex: 4 });
		expect(item.options).toEqual({ a: 1 });
		expect(item.runIndex).toBe(4);
		expect((await itemOf()).item.options).toEqual({});
	});
});

describe('the errors of an item', () => {
	it('name the item, the provider and the outcome', async () => {
		const { item } = await itemOf({ index: 1, provider: { ...testProvider, name: 'Other' } });
		expect(seenOf(item.invalid('What', 'Do'))).toEqual({
			kind: 'operation',
			message: 'What',
			description: 'Do',
			outcome: 'notSent',
			itemIndex: 1,
		});
		expect(seenOf(item.unclearAnswer('nothing'))).toMatchObject({
			message: 'Other answered 200 with nothing',
			description: expect.stringMatching(/ or run the workflow again\.$/) as string,
			outcome: 'unknown',
			itemIndex: 1,
			status: '200',
		});
		expect(seenOf(item.refused('no', 'Do', 409))).toEqual({
			kind: 'api',
			message: 'Other refused: no',
			description: 'Do',
			outcome: 'refused',
			itemIndex: 1,
			status: '409',
		});
		expect(seenOf(item.refused('no', 'Do')).status).toBeNull();
	});
});
