// The build bundles the library into this file, so every other file imports it from here. The full metadata is
// used because the small one accepts numbers that no network has.
export {
	getCountries,
	getCountryCallingCode,
	isSupportedCountry,
	parsePhoneNumberWithError,
} from 'libphonenumber-js/max';
export type { CountryCode, PhoneNumber, PhoneNumberType } from 'libphonenumber-js/max';
