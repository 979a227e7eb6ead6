import { asTyped } from '../fields/field';
import type { Field } from '../fields/field';
import type { PanelField } from '../fields/groups';
import { yesOrNo } from '../fields/kinds';
import type { Item } from '../items/item';
import { requestOptions } from '../items/options';
import { isBlank, forMessage } from '../values';
import { countries } from './allowedCountries';
import { isSupportedCountry } from './phoneLibrary';
import type { CountryCode } from './phoneLibrary';

export const sendNumberUnchanged = yesOrNo({
	displayName: 'Send Number Unchanged',
	name: 'sendNumberUnchanged',
	type: 'boolean',
	default: false,
	description:
		'Whether to hand the number to the provider exactly as typed, for numbers that are right although they are not recognized',
	hint: 'A wrong number is then found out by the provider, if at all, and may be paid for',
});

const none = { name: 'None (Country Code Required)', value: 'none' };

/** The countries in the order of their names, after the provider's own; {@link defaultCountryOf} reads the choice. */
export function defaultCountry(own: CountryCode | 'none' = 'none'): Field {
	const isOwn = ({ value }: { value: string }) => value === own;
	const others = countries.filter((country) => !isOwn(country));
	return asTyped({
		displayName: 'Default Country',
		name: 'defaultCountry',
		type: 'options',
		default: own,
		description: 'The country of numbers that are typed without a country code',
		options: [...countries.filter(isOwn), none, ...others],
	});
}

/** The options of every operation that reaches a phone number. */
export const recipientOptions = (own?: CountryCode): PanelField[] => [
	...requestOptions,
	defaultCountry(own),
	sendNumberUnchanged,
];

/**
 * The value of Default Country: the country of numbers without a country code.
 *
 * @throws NodeOperationError if its value is not a country
 */
export function defaultCountryOf(item: Item, own?: CountryCode): CountryCode | undefined {
	const { defaultCountry: chosen } = item.options;
	if (isBlank(chosen)) return own;
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

/** A number in two forms, as an example in messages for this Default Country. */
export const exampleFor = (country?: CountryCode) =>
	(country && EXAMPLES[country]) ?? '+84 919 273 027 or +66 81 234 5678';
