import fc from 'fast-check';
import { UserError } from 'n8n-workflow';
import { apiUrl } from '../../../../nodes/shared/credential/baseUrl';
import { failureOf } from '../../support/failure';

const USUAL = 'https://alice.example.com/rest-api';

it.each([
	['https://api.example.com', '/OTP', 'https://api.example.com/OTP'],
	['https://api.example.com/', '/OTP', 'https://api.example.com/OTP'],
	['https://api.example.com/v2', '/OTP', 'https://api.example.com/v2/OTP'],
	['https://api.example.com/v2///', '/OTP', 'https://api.example.com/v2/OTP'],
	['  https://api.example.com/v2 ', '/voice-otp/', 'https://api.example.com/v2/voice-otp/'],
	['HTTPS://API.Example.com:8443/V2', '/OTP', 'https://api.example.com:8443/V2/OTP'],
	['https://api.example.com/v2', undefined, 'https://api.example.com/v2'],
	['http://localhost:3000/v2', '/OTP', 'http://localhost:3000/v2/OTP'],
	['http://127.0.0.1', '/OTP', 'http://127.0.0.1/OTP'],
	['http://127.45.6.255', '/OTP', 'http://127.45.6.255/OTP'],
	['http://[::1]:3000', '/OTP', 'http://[::1]:3000/OTP'],
])('joins %j and %j', (base, path, expected) => {
	expect(apiUrl(base, USUAL, path)).toBe(expected);
});

const noAddress = `Enter a full address, such as ${USUAL}.`;
const noEncryption =
	'Logins and codes are sent over encrypted connections only. Enter an address that starts with https://.';

it.each<[unknown, string, string]>([
	['', 'Base URL in the credential is empty', noAddress],
	['  ', 'Base URL in the credential is empty', noAddress],
	[undefined, 'Base URL in the credential is empty', noAddress],
	[42, 'Base URL in the credential is empty', noAddress],
	['api.example.com', 'Base URL in the credential is not a web address', noAddress],
	['https://', 'Base URL in the credential is not a web address', noAddress],
	...['https://someone@api.example.com', 'https://:word@api.example.com'].map(
		(address): [unknown, string, string] => [
			address,
			'Base URL in the credential contains a login',
			'Remove it from the address and use the fields of the credential instead.',
		],
	),
	...['https://api.example.com/?a=1', 'https://api.example.com/#top'].map(
		(address): [unknown, string, string] => [
			address,
			'Base URL in the credential contains "?" or "#"',
			'Enter only the part of the address before it.',
		],
	),
	...[
		'http://api.example.com',
		'http://localhost.example.com',
		'http://mylocalhost',
		'http://127.0.0.1.example.com',
		'http://x127.0.0.1.example',
		'http://[::2]',
		'ftp://localhost',
	].map((address): [unknown, string, string] => [
		address,
		'Base URL in the credential does not start with https://',
		noEncryption,
	]),
])('refuses %j', async (base, message, description) => {
	expect(await failureOf(() => apiUrl(base, USUAL, '/OTP'))).toEqual({
		kind: 'other',
		message,
		description,
	});
});

it('throws nothing but UserError, for any text', () => {
	fc.assert(
		fc.property(fc.oneof(fc.anything(), fc.string(), fc.webUrl()), (typed) => {
			try {
				expect(new URL(apiUrl(typed, USUAL, '/OTP')).pathname.endsWith('/OTP')).toBe(true);
			} catch (thrown) {
				expect(thrown).toBeInstanceOf(UserError);
			}
		}),
	);
});

it('puts one slash between any https URL and the path', () => {
	fc.assert(
		fc.property(fc.webUrl({ validSchemes: ['https'] }), fc.nat(3), (address, slashes) => {
			const url = apiUrl(address + '/'.repeat(slashes), USUAL, '/OTP');
			expect(url.startsWith(new URL(address).origin)).toBe(true);
			expect(url).toMatch(/[^/]\/OTP$/);
		}),
	);
});
