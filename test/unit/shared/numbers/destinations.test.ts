import {
	allowedCountriesOf,
	refuseDestination,
} from '../../../../nodes/shared/numbers/allowedCountries';
import { seenOf } from '../../support/failure';
import { itemOf } from '../../support/item';

it.each([
	[{ allowedCountries: ['VN', 'TH'] }, ['VN', 'TH']],
	[{ allowedCountries: [] }, []],
	[{}, []],
	[{ allowedCountries: 'VN' }, []],
])('reads the allowed countries of %j', (credential, expected) => {
	expect(allowedCountriesOf(credential)).toEqual(expected);
});

it.each([
	['VN', 'Vietnam'],
	[undefined, 'an unknown country'],
])('names the country %j of a refused number', async (country, place) => {
	const { item } = await itemOf({ index: 2 });
	const recipient = {
		e164: '+84919273027',
		national: '0919273027',
		digits: '84919273027',
		country,
	};
	expect(seenOf(refuseDestination(item, 'Mobile', recipient))).toEqual({
		kind: 'operation',
		message: `Mobile “+84919273027” belongs to ${place}, which this credential may not reach`,
		description:
			'Nothing was sent. To allow it, add the country to Allowed Countries in the credential.',
		outcome: 'notSent',
		itemIndex: 2,
	});
});
