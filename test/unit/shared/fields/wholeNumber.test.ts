import fc from 'fast-check';
import { wholeNumber } from '../../../../nodes/shared/fields/readers';
import type { Item } from '../../../../nodes/shared/items/item';
import { failureOf } from '../../support/failure';
import { itemOf } from '../../support/item';

let item: Item;
beforeAll(async () => {
	({ item } = await itemOf({ index: 1 }));
});

const refusal = (message: string, description: string) => ({
	kind: 'operation',
	message,
	description,
	outcome: 'notSent',
	itemIndex: 1,
});
const field = (value: unknown) => ({ name: 'Field', value });

describe('wholeNumber', () => {
	it.each([
		[10, 10],
		[60, 60],
		['42', 42],
		[' 42 ', 42],
		[42n, 42],
	])('reads %j', (value, expected) => {
		expect(wholeNumber(item, field(value), 10, 60)).toBe(expected);
	});

	it('has no maximum unless one is documented', () => {
		const largest = Number.MAX_SAFE_INTEGER;
		expect(wholeNumber(item, field(largest), 1)).toBe(largest);
	});

	it.each([
		[9, '9'],
		[61, '61'],
		[10.5, '10.5'],
		['ten', 'ten'],
		[true, 'true'],
		[[42], '[42]'],
		[{ a: 1 }, '{"a":1}'],
		[NaN, 'NaN'],
		[Infinity, 'Infinity'],
		['x'.repeat(61), 'x'.repeat(60)],
	])('refuses %j', async (value, shown) => {
		expect(await failureOf(() => wholeNumber(item, field(value), 10, 60))).toEqual(
			refusal(
				`Field is “${shown}”, which is not a whole number from 10 to 60`,
				'Set Field to a whole number from 10 to 60.',
			),
		);
	});

	it('names only the minimum where there is no maximum', async () => {
		expect(await failureOf(() => wholeNumber(item, field(0), 1))).toEqual(
			refusal(
				'Field is “0”, which is not a whole number of 1 or more',
				'Set Field to a whole number of 1 or more.',
			),
		);
	});

	it('reads every whole number within the limits and no other', async () => {
		await fc.assert(
			fc.asyncProperty(fc.oneof(fc.integer({ min: -9, max: 9 }), fc.double()), async (value) => {
				const read = () => wholeNumber(item, field(value), -4, 4);
				const isWithin = Number.isInteger(value) && value >= -4 && value <= 4;
				if (isWithin) expect(read()).toBe(value);
				else expect((await failureOf(read)).outcome).toBe('notSent');
			}),
		);
	});
});
