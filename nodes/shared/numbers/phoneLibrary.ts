// The build bundles this file with the library into one; everything else imports it from here. The full
// metadata is used because the small one calls numbers valid that no network has.
export {
	getCountries,
	getCountryCallingCode,
	isSupportedCountry,
	parsePhoneNumberWithError,
	ParseError,
} from 'libphonenumber-js/max';
export type { CountryCode, PhoneNumber } from 'libphonenumber-js/max';
