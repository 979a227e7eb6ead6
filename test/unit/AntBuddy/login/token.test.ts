import { createHash } from 'node:crypto';
import { tokenFields, tokenLogin } from '../../../../nodes/AntBuddy/login/token';

const login = { username: 'user', password: 'pass word', baseUrl: 'https://a.example.com' };
const { tokenIn, withToken } = tokenLogin;

it('finds the stored token, and stores a token in a copy of the credential', () => {
	const stored = withToken(login, 'abc');
	expect(stored).toEqual({ ...login, ...tokenFields('abc', login) });
	expect(tokenIn(stored)).toBe('abc');
	expect(login).not.toHaveProperty('accessToken');
});

it('finds no token if none was stored', () => {
	expect(tokenIn(login)).toBe('');
	expect(tokenFields('', login)).toEqual({ accessToken: '', accountFingerprint: '' });
	expect(tokenIn(withToken(login, ''))).toBe('');
});

it.each(['username', 'password', 'baseUrl'])('finds no token after a changed %s', (field) => {
	expect(tokenIn({ ...withToken(login, 'abc'), [field]: 'changed' })).toBe('');
});

it('finds no token with the fingerprint of another token, or without one', () => {
	const { accountFingerprint } = tokenFields('other', login);
	for (const fingerprint of [accountFingerprint, '', undefined])
		expect(tokenIn({ ...login, accessToken: 'abc', accountFingerprint: fingerprint! })).toBe('');
});

it('finds no token in the form of version 0.2.0, so that the first request logs in again', () => {
	const parts = JSON.stringify([login.baseUrl, login.username, login.password]);
	const accountFingerprint = createHash('sha256').update(parts).digest('base64url');
	expect(tokenIn({ ...login, accessToken: 'abc', accountFingerprint, loginClaim: '' })).toBe('');
});

it('makes fingerprints that reveal nothing about the password without the token', () => {
	const [first, second] = ['abc', 'abd'].map((token) => tokenFields(token, login));
	expect(first.accountFingerprint).toMatch(/^[\w-]{43}$/);
	expect(second.accountFingerprint).not.toBe(first.accountFingerprint);
});
