import fc from 'fast-check';
import { NodeOperationError } from 'n8n-workflow';
import {
	allowedCountries,
	allowedCountriesOf,
	countryName,
	countryObjection,
} from '../../../../nodes/shared/numbers/allowedCountries';
import { failureOf } from '../../support/failure';
import { itemOf } from '../../support/item';

const options = allowedCountries.property.options as Array<{ name: string; value: string }>;

it('returns English names, and the code of a country without one', () => {
	expect(countryName('VN')).toBe('Vietnam');
	expect(countryName('TH')).toBe('Thailand');
	expect(countryName('NL')).toBe('Netherlands');
	expect(countryName('QX')).toBe('QX');
});

it('allows every country by default', () => {
	expect(allowedCountries.property.default).toEqual([]);
});

it('lists each country once with its calling code, sorted by name', () => {
	expect(options.length).toBeGreaterThan(240);
	expect(options).toContainEqual({ name: 'Vietnam (+84)', value: 'VN' });
	expect(options).toContainEqual({ name: 'Thailand (+66)', value: 'TH' });
	expect(options).toContainEqual({ name: 'United States (+1)', value: 'US' });
	expect(new Set(options.map(({ value }) => value)).size).toBe(options.length);
	for (const { name, value } of options) {
		expect(value).toMatch(/^[A-Z]{2}$/);
		expect(name).toMatch(/^\S.* \(\+\d{1,3}\)$/);
	}
	const names = options.map(({ name }) => name);
	expect(names).toEqual([...names].sort((first, second) => first.localeCompare(second, 'en')));
	expect(names.indexOf('Åland Islands (+358)')).toBeLessThan(names.indexOf('Vietnam (+84)'));
});

const read = async (credential: object) => {
	const { item } = await itemOf({ index: 2 });
	return allowedCountriesOf(item, credential as never);
};

it.each([
	[
		['VN', 'TH'],
		['VN', 'TH'],
	],
	['VN,TH', ['VN', 'TH']],
	[' vn; th\n', ['VN', 'TH']],
	['VN, TH,', ['VN', 'TH']],
	['vn', ['VN']],
	[['vn'], ['VN']],
	['["vn", "TH"]', ['VN', 'TH']],
	['"VN"', ['VN']],
	[
		['VN,TH', 'nl'],
		['VN', 'TH', 'NL'],
	],
])('reads the countries in %j', async (allowed, expected) => {
	expect(await read({ allowedCountries: allowed })).toEqual(expected);
});

it.each([{ allowedCountries: [] }, { allowedCountries: '' }, { allowedCountries: '  ' }, {}])(
	'allows every country with %j, which the user left empty',
	async (credential) => {
		expect(await read(credential)).toEqual([]);
	},
);

it.each([
	...[{}, { VN: true }, true, false, 84, NaN, '{}', '[]', '""', 'true', ',', 'VN,XX', 'Vietnam'],
	...['+84', '["VN"', '[["VN"]]', ['VN', null], ['VN', ''], [['VN']], [['VN'], 'TH'], [{}]],
])('refuses %j instead of allowing every country', async (allowed) => {
	const failure = await failureOf(async () => await read({ allowedCountries: allowed }));
	expect(failure).toMatchObject({ kind: 'operation', outcome: 'notSent', itemIndex: 2 });
	expect(failure.message).toMatch(
		/^Allowed Countries in the credential is “.*”, which cannot be read as countries$/,
	);
	expect(failure.description).toContain('codes of two letters such as VN, TH');
});

it.each([undefined, null])('refuses %j, which an expression yields', async (allowed) => {
	const { message } = await failureOf(async () => await read({ allowedCountries: allowed }));
	expect(message).toBe(
		'Allowed Countries in the credential holds an expression that yields nothing',
	);
});

it('allows nothing but countries it was given, for any value', async () => {
	const { item } = await itemOf();
	const codes = fc.constantFrom('VN', 'th', 'NL', 'XX', '', 'Vietnam', '84');
	const value = fc.oneof(fc.jsonValue(), codes, fc.array(codes), fc.array(codes).map(String));
	fc.assert(
		fc.property(value, (allowed) => {
			try {
				const read = allowedCountriesOf(item, { allowedCountries: allowed as never });
				const isEmpty = Array.isArray(allowed) ? allowed.length === 0 : `${allowed}`.trim() === '';
				expect(read.length === 0).toBe(isEmpty);
				for (const code of read) expect(JSON.stringify(allowed).toUpperCase()).toContain(code);
			} catch (thrown) {
				expect(thrown).toBeInstanceOf(NodeOperationError);
			}
		}),
		{ numRuns: 1000 },
	);
});

it.each([
	['VN', 'Vietnam'],
	[undefined, 'an unknown country'],
])('objects to the country %j and names it', (country, place) => {
	expect(countryObjection([], country)).toBeUndefined();
	expect(countryObjection(['VN', 'TH'], 'TH')).toBeUndefined();
	expect(countryObjection(['TH'], country)).toEqual({
		reason: `belongs to ${place}, which this credential may not reach`,
		advice:
			'Nothing was sent. To allow it, add the country to Allowed Countries in the credential.',
	});
});
