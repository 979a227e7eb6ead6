import type { Item } from '../items/item';
import { isBlank, forMessage } from '../values';
import { isSupportedCountry } from './phoneLibrary';
import type { CountryCode } from './phoneLibrary';

/**
 * The country of numbers without a country code, as Default Country says.
 *
 * @throws NodeOperationError where it is no country
 */
export function defaultCountryOf(item: Item, fallback?: CountryCode): CountryCode | undefined {
	const { defaultCountry } = item.options;
	const chosen = isBlank(defaultCountry) ? (fallback ?? 'none') : defaultCountry;
	if (chosen === 'none') return undefined;
	if (typeof chosen === 'string' && isSupportedCountry(chosen)) return chosen;
	throw item.invalid(
		`Default Country is “${forMessage(chosen)}”, which is not a country code`,
		'Set Default Country to a code of two capital letters such as VN or TH, or to none.',
	);
}

const EXAMPLES: Partial<Record<CountryCode, string>> = {
	VN: '0919 273 027 or +84 919 273 027',
	TH: '081 234 5678 or +66 81 234 5678',
};

/** Two ways to write a number where this is the Default Country. */
export const exampleFor = (country?: CountryCode) =>
	(country && EXAMPLES[country]) ?? '+84 919 273 027 or +66 81 234 5678';
