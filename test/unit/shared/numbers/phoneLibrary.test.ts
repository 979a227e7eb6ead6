import {
	getCountries,
	getCountryCallingCode,
	isSupportedCountry,
	parsePhoneNumberWithError,
} from '../../../../nodes/shared/numbers/phoneLibrary';

it('uses the full metadata, which knows the networks of a country', () => {
	// Of the right length, but no network in Vietnam has it: the small metadata calls it valid.
	expect(parsePhoneNumberWithError('+84 600 000 000').isValid()).toBe(false);
	expect(parsePhoneNumberWithError('+84 919 273 027').isValid()).toBe(true);
});

it('knows countries, and throws the reason why a text is not a number', () => {
	expect(getCountries()).toContain('VN');
	expect(getCountryCallingCode('TH')).toBe('66');
	expect([isSupportedCountry('VN'), isSupportedCountry('XX')]).toEqual([true, false]);
	expect(() => parsePhoneNumberWithError('x')).toThrow('NOT_A_NUMBER');
});
