import { createHmac } from 'node:crypto';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { TokenLogin } from '../../shared/provider';

const accountParts = ({ baseUrl, username, password }: ICredentialDataDecryptedObject) => [
	baseUrl,
	username,
	password,
];

/**
 * Ties a token to the login that it was got by, so that a changed password does not meet an old token. The token is the
 * key: without it, the fingerprint tells nothing of the password.
 */
const fingerprint = (token: string, credential: ICredentialDataDecryptedObject): string =>
	createHmac('sha256', token)
		.update(JSON.stringify(accountParts(credential).map(String)))
		.digest('base64url');

/** The fields of the credential that hold a token. */
export const tokenFields = (token: string, credential: ICredentialDataDecryptedObject) => ({
	accessToken: token,
	accountFingerprint: token === '' ? '' : fingerprint(token, credential),
});

/** AntBuddy's access token in the credential. */
export const tokenLogin: TokenLogin = {
	accountParts,
	tokenIn(credential) {
		const token = String(credential.accessToken ?? '');
		return credential.accountFingerprint === fingerprint(token, credential) ? token : '';
	},
	withToken: (credential, token) => ({ ...credential, ...tokenFields(token, credential) }),
};
