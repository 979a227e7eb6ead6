import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { countryName } from './countries';
import type { Item } from './item';
import type { Recipient } from './phoneNumber';

/** The countries a credential may reach; empty for all. */
export function allowedCountriesOf({ allowedCountries }: ICredentialDataDecryptedObject): string[] {
	return Array.isArray(allowedCountries) ? (allowedCountries as string[]) : [];
}

/** The failure of an item whose destination the credential does not allow. */
export function refuseDestination(item: Item, parameter: string, { e164, country }: Recipient) {
	const place = country === undefined ? 'an unknown country' : countryName(country);
	return item.invalid(
		`${parameter} “${e164}” belongs to ${place}, which this credential may not reach`,
		'Nothing was sent. To allow it, add the country to Allowed Countries in the credential.',
	);
}
