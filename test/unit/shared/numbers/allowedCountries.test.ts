import { allowedCountries, countryName } from '../../../../nodes/shared/numbers/allowedCountries';

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
