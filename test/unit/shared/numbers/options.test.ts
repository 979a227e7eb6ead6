import type { INodePropertyOptions } from 'n8n-workflow';
import { defaultCountry } from '../../../../nodes/shared/numbers/options';
import { getCountries } from '../../../../nodes/shared/numbers/phoneLibrary';
import type { CountryCode } from '../../../../nodes/shared/numbers/phoneLibrary';

const optionsWith = (own?: CountryCode) =>
	defaultCountry(own).property.options as INodePropertyOptions[];

it.each(['VN', 'TH', undefined] as const)('offers every country once, %s first', (own) => {
	const values = optionsWith(own).map(({ value }) => value);
	expect(values.slice(0, 2)).toEqual(own ? [own, 'none'] : ['none', 'AF']);
	expect([...values].sort()).toEqual([...getCountries(), 'none'].sort());
	expect(defaultCountry(own).property.default).toBe(own ?? 'none');
});

it('lists the other countries by name, with their calling code', () => {
	const names = optionsWith('VN').map(({ name }) => name);
	expect(names.slice(0, 3)).toEqual([
		'Vietnam (+84)',
		'None (Country Code Required)',
		'Afghanistan (+93)',
	]);
	expect(names.at(-1)).toBe('Zimbabwe (+263)');
});
