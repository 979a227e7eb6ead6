import { readNumber } from '../../../../nodes/shared/numbers/phoneNumber';
import { failureOf } from '../../support/failure';
import { itemOf } from '../../support/item';

jest.mock('../../../../nodes/shared/numbers/phoneLibrary', () => ({
	...jest.requireActual('../../../../nodes/shared/numbers/phoneLibrary'),
	parsePhoneNumberWithError: () => {
		throw new TypeError('Words of the library that no user understands');
	},
}));

it('refuses a number if the library throws an undocumented error', async () => {
	const { item } = await itemOf();
	expect(
		await failureOf(() => readNumber(item, '+84919273027', { parameter: 'Mobile' })),
	).toMatchObject({
		message: 'Mobile “+84919273027” is not a valid phone number: it cannot be read',
		outcome: 'notSent',
	});
});
