import { isTokenRefused } from '../../../../nodes/AntBuddy/login/refusedToken';
import { readAnswer } from '../../../../nodes/shared/answer/readAnswer';

const isRefused = (status: number, body: unknown = {}, headers = {}) =>
	isTokenRefused(
		readAnswer(status, headers, typeof body === 'string' ? body : JSON.stringify(body)),
	);

/** What services say of a token that they do not take. */
const WORDS: unknown[] = [
	{ detail: 'Signature has expired.' },
	{ detail: 'Error decoding signature.' },
	{ detail: 'Authentication credentials were not provided.' },
	{ detail: 'Given token not valid for any token type', code: 'token_not_valid' },
	{ code: 'token_not_valid' },
	{ message: 'Token is invalid or expired' },
	{ message: 'jwt expired' },
	{ message: 'Token đã hết hạn' },
	{ message: 'Phiên đăng nhập không hợp lệ'.normalize('NFD') },
	{ msg: 'x', error: 'invalid_token' },
	{ error: { message: 'The access token expired' } },
	{ detail: 'Not authenticated', errors: ['No valid session: missing credentials'] },
	{ detail: 'Expired' },
	{ detail: '(expired).' },
	{ detail: 'Login required' },
	'Session expired',
	'Expired',
];
/** What they say of everything else. */
const OTHERS: unknown[] = [
	{},
	{ detail: 'number not allowed' },
	{ detail: 'You do not have permission to perform this action.' },
	{ detail: 'This number is invalid' },
	{ alarm_phonenumber: ['This field is required.'] },
	{ otp: ['Enter a valid value.', 'expired'] },
	{ message: 'Your trial has expired' },
	{ message: 'Expired number' },
	{ message: 'Not enough credit' },
	{ message: 'Your token balance is too low' },
	{ detail: 'Account disabled' },
	'<!DOCTYPE html><title>Your session expired</title>',
];

it.each([401, 419, 498])('takes a %i for a refused token, whatever it says', (status) => {
	for (const body of [...WORDS, ...OTHERS, '']) expect(isRefused(status, body)).toBe(true);
});

it.each([400, 403])('takes a %i for a refused token only if it says so', (status) => {
	for (const body of WORDS) expect([body, isRefused(status, body)]).toEqual([body, true]);
	for (const body of OTHERS) expect([body, isRefused(status, body)]).toEqual([body, false]);
});

it.each([402, 404, 409, 422, 429, 500, 502, 503])('takes no %i for a refused token', (status) => {
	for (const body of [...WORDS, { code: 401, success: false }])
		expect(isRefused(status, body, { Location: '/login' })).toBe(false);
});

it.each<[unknown]>([
	[{ code: 401, message: 'token expired' }],
	[{ code: '401' }],
	[{ status: 401 }],
	[{ status_code: 498 }],
	[{ error: { code: 401 } }],
	[{ data: { errorCode: 401, message: 'x' }, success: false }],
	[{ success: false, message: 'Token expired' }],
	[{ status: 'error', detail: 'Invalid token' }],
	[{ code: 401, message: 'token expired', request_id: 'a' }],
])('takes a 200 with %j for a refused token', (body) => {
	for (const status of [200, 201]) expect(isRefused(status, body)).toBe(true);
});

it.each<[unknown]>([
	[{}],
	[[]],
	[''],
	['OK'],
	[{ id: 7, code: '401' }],
	[{ id: 7, code: 401, message: 'queued' }],
	[{ callId: 7, status: 'failed', message: 'Session expired' }],
	[{ message: 'Token expired' }],
	[{ id: 7, otp: '401', status: 'queued' }],
	[{ code: 403, message: 'number not allowed' }],
	[{ success: false, message: 'Not enough credit' }],
	[{ success: false, message: 'Not enough credit', areaCode: 401 }],
	[{ success: false, message: 'Not enough credit', codesLeft: 401 }],
	[[{ code: 401, message: 'token expired' }]],
])('takes a 200 with %j for none, because the call may have been made', (body) => {
	expect(isRefused(200, body)).toBe(false);
});

it.each([
	'/login',
	'/accounts/login/?next=/voice-otp/',
	'https://alice.example.com/Login.aspx',
	'https://login.example.com/',
	'/users/sign_in',
	'/signin',
	'/log-in',
	'/auth',
	'https://sso.example.com/realms/a/protocol/openid-connect/auth',
])('takes a redirect to %s for a refused token', (location) => {
	for (const status of [300, 301, 302, 303, 307, 308])
		expect(isRefused(status, '', { Location: location })).toBe(true);
	expect(isRefused(200, '', { Location: location })).toBe(false);
});

it.each([
	['/rest-api/voice-otp/'],
	['/voice-otp/?next=/login'],
	['https://alice.example.com/authors/1'],
	['//'],
	[''],
])('takes a redirect to %j for none', (location) => {
	expect(isRefused(302, '', { location })).toBe(false);
	expect(isRefused(302)).toBe(false);
});
