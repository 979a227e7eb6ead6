import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { accountKeyOf } from '../../shared/login/account';

/** A text that tells the accounts of credentials apart and does not tell the password. */
export const accountKey = ({ baseUrl, username, password }: ICredentialDataDecryptedObject) =>
	accountKeyOf(baseUrl, username, password);

/** Tokens that were refused, by the data of the request that had them. */
const refusedTokens = new WeakMap<ICredentialDataDecryptedObject, string>();

/** The stored token, where it belongs to this very login: a changed password must not meet an old token. */
export const storedToken = (credential: ICredentialDataDecryptedObject): string =>
	refusedTokens.get(credential) ??
	(credential.accountFingerprint === accountKey(credential)
		? String(credential.accessToken ?? '')
		: '');

/** Empties the token that was refused, so that n8n calls `preAuthentication`, which has to know it all the same. */
export function refuseToken(credential: ICredentialDataDecryptedObject): void {
	refusedTokens.set(credential, storedToken(credential));
	credential.accessToken = '';
}
