import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { asTyped } from '../fields/field';
import type { FieldOwner } from '../fields/field';
import { getCountries, getCountryCallingCode } from './phoneLibrary';

const names = new Intl.DisplayNames('en', { type: 'region' });

/** The English name of a country; its code if it has none. */
export const countryName = (code: string): string => names.of(code) ?? code;

/** The credential field for the countries that may be called or texted; readNumber enforces it. */
export const allowedCountries = asTyped({
	displayName: 'Allowed Countries',
	name: 'allowedCountries',
	type: 'multiOptions',
	default: [],
	description:
		'Countries that may be called or texted with this credential. Numbers of other countries are refused before anything is sent, which guards against paid traffic to destinations you do not serve. Leave empty to allow all.',
	options: getCountries()
		.map((code) => ({
			name: `${countryName(code)} (+${getCountryCallingCode(code)})`,
			value: code,
		}))
		.sort((first, second) => first.name.localeCompare(second.name, 'en')),
});

/** The codes of the countries that the credential allows; empty for all. */
export function allowedCountriesOf({ allowedCountries }: ICredentialDataDecryptedObject): string[] {
	return Array.isArray(allowedCountries) ? (allowedCountries as string[]) : [];
}

/** The error for a recipient in a country that the credential does not allow. */
export function refuseDestination(
	owner: FieldOwner,
	parameter: string,
	{ e164, country }: { e164: string; country?: string },
) {
	const place = country === undefined ? 'an unknown country' : countryName(country);
	return owner.invalid(
		`${parameter} “${e164}” belongs to ${place}, which this credential may not reach`,
		'Nothing was sent. To allow it, add the country to Allowed Countries in the credential.',
	);
}
