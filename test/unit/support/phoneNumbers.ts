import examples from 'libphonenumber-js/examples.mobile.json';
import { getCountries, getExampleNumber } from 'libphonenumber-js/max';
import type { PhoneNumber } from 'libphonenumber-js/max';

/** A valid mobile number of nearly every country. */
export const mobileNumbers: PhoneNumber[] = getCountries()
	.map((country) => getExampleNumber(country, examples))
	.filter((number): number is PhoneNumber => number?.isValid() ?? false);
