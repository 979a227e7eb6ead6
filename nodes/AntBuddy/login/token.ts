import { createHmac } from 'node:crypto';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { TokenLogin } from '../../shared/provider';
import { isTokenRefused } from './refusedToken';

const accountParts = ({ baseUrl, username, password }: ICredentialDataDecryptedObject) => [
	baseUrl,
	username,
	password,
];

/**
 * Ties a token to the login that it was issued for, so that a changed password is not used with an old token. The token
 * is the key, so the fingerprint reveals nothing about the password to anyone without it.
 */
const fingerprint = (token: string, credential: ICredentialDataDecryptedObject): string =>
	createHmac('sha256', token)
		.update(JSON.stringify(accountParts(credential).map(String)))
		.digest('base64url');

/** The credential's fields for a token. */
export const tokenFields = (token: string, credential: ICredentialDataDecryptedObject) => ({
	accessToken: token,
	accountFingerprint: token === '' ? '' : fingerprint(token, credential),
});

/** Reads and writes AntBuddy's access token in a credential. */
export const tokenLogin: TokenLogin = {
	accountParts,
	tokenIn(credential) {
		const token = String(credential.accessToken ?? '');
		return credential.accountFingerprint === fingerprint(token, credential) ? token : '';
	},
	withToken: (credential, token) => ({ ...credential, ...tokenFields(token, credential) }),
	isRefused: isTokenRefused,
};
