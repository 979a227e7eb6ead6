import { createHash } from 'node:crypto';
import { tokenFields, tokenLogin } from '../../../../nodes/AntBuddy/login/token';

const login = { username: 'user', password: 'pass word', baseUrl: 'https://a.example.com' };
const { tokenIn, withToken } = tokenLogin;

it('finds the token that was stored, and copies the credential to store one', () => {
	const stored = withToken(login, 'abc');
	expect(stored).toEqual({ ...login, ...tokenFields('abc', login) });
	expect(tokenIn(stored)).toBe('abc');
	expect(login).not.toHaveProperty('accessToken');
});

it('finds none where none was stored', () => {
	expect(tokenIn(login)).toBe('');
	expect(tokenFields('', login)).toEqual({ accessToken: '', accountFingerprint: '' });
	expect(tokenIn(withToken(login, ''))).toBe('');
});

it.each(['username', 'password', 'baseUrl'])('finds none after a changed %s', (field) => {
	expect(tokenIn({ ...withToken(login, 'abc'), [field]: 'changed' })).toBe('');
});

it('finds none with the fingerprint of another token, or of none', () => {
	const { accountFingerprint } = tokenFields('other', login);
	for (const fingerprint of [accountFingerprint, '', undefined])
		expect(tokenIn({ ...login, accessToken: 'abc', accountFingerprint: fingerprint! })).toBe('');
});

it('finds none as version 0.2.0 stored it, so that the first request logs in anew', () => {
	const parts = JSON.stringify([login.baseUrl, login.username, login.password]);
	const accountFingerprint = createHash('sha256').update(parts).digest('base64url');
	expect(tokenIn({ ...login, accessToken: 'abc', accountFingerprint, loginClaim: '' })).toBe('');
});

it('makes fingerprints that tell the password to nobody without the token', () => {
	const [first, second] = ['abc', 'abd'].map((token) => tokenFields(token, login));
	expect(first.accountFingerprint).toMatch(/^[\w-]{43}$/);
	expect(second.accountFingerprint).not.toBe(first.accountFingerprint);
});
