import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { asTyped } from '../fields/field';
import type { FieldOwner } from '../fields/field';
import { forMessage, isBlank, parseJson } from '../values';
import type { Objection } from './numberKinds';
import { getCountries, getCountryCallingCode, isSupportedCountry } from './phoneLibrary';

const names = new Intl.DisplayNames('en', { type: 'region' });

/** The English name of a country; its code if it has none. */
export const countryName = (code: string): string => names.of(code)!;

/** Every country as an option of the panel, sorted by name. */
export const countries = getCountries()
	.map((code) => ({ name: `${countryName(code)} (+${getCountryCallingCode(code)})`, value: code }))
	.sort((first, second) => first.name.localeCompare(second.name, 'en'));

/** The credential field for the countries that may be called or texted; readNumber enforces it. */
export const allowedCountries = asTyped({
	displayName: 'Allowed Countries',
	name: 'allowedCountries',
	type: 'multiOptions',
	default: [],
	description:
		'Countries that may be called or texted with this credential. Numbers of other countries are refused before anything is sent, which guards against paid traffic to destinations you do not serve. Leave empty to allow all.',
	options: countries,
});

/** What separates country codes in a text. */
const BETWEEN_CODES = /[\s,;|]/;

/** The country codes in a list or a text, a text of JSON included; undefined if it contains none or anything else. */
function codesIn(value: unknown): string[] | undefined {
	if (Array.isArray(value)) {
		const codes = value.map((entry) => (typeof entry === 'string' ? codesIn(entry) : undefined));
		return codes.length === 0 || codes.includes(undefined) ? undefined : (codes.flat() as string[]);
	}
	if (typeof value !== 'string') return undefined;
	const codes = value
		.toUpperCase()
		.split(BETWEEN_CODES)
		.filter((code) => code !== '');
	const areCountries = codes.length > 0 && codes.every((code) => isSupportedCountry(code));
	return areCountries ? codes : codesIn(parseJson(value));
}

/** Whether the user left the field empty: no choice in the list, or no text. */
const isLeftEmpty = (value: unknown) =>
	Array.isArray(value) ? value.length === 0 : typeof value === 'string' && value.trim() === '';

/**
 * The countries that a credential allows; empty for all, as in a credential without the field.
 *
 * @throws NodeOperationError if the value is anything but countries, so that an expression that returns
 * nothing allows nothing
 */
export function allowedCountriesOf(
	owner: FieldOwner,
	credential: ICredentialDataDecryptedObject,
): string[] {
	const value: unknown = credential.allowedCountries;
	if (!('allowedCountries' in credential) || isLeftEmpty(value)) return [];
	const codes = codesIn(value);
	if (codes) return codes;
	throw owner.invalid(
		isBlank(value)
			? 'Allowed Countries in the credential holds an expression that yields nothing'
			: `Allowed Countries in the credential is “${forMessage(value)}”, which cannot be read as countries`,
		'Nothing was sent. Choose countries from the list, or check the expression: it has to yield codes of two letters such as VN, TH.',
	);
}

/** The objection to a number in this country, which is undefined if the country is unknown. */
export function countryObjection(allowed: string[], country?: string): Objection | undefined {
	if (allowed.length === 0 || allowed.some((code) => code === country)) return undefined;
	const place = country === undefined ? 'an unknown country' : countryName(country);
	return {
		reason: `belongs to ${place}, which this credential may not reach`,
		advice:
			'Nothing was sent. To allow it, add the country to Allowed Countries in the credential.',
	};
}
