import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import { basicAuthorization } from '../shared/credential/authenticated';

/** The header for the chosen Authentication. */
export function loginHeader(credential: ICredentialDataDecryptedObject): IDataObject {
	const { authentication, productToken, token, username, password } = credential;
	if (authentication === 'bearer') return { Authorization: `Bearer ${String(token)}` };
	if (authentication === 'basic') return { Authorization: basicAuthorization(username, password) };
	return { 'X-CM-PRODUCTTOKEN': String(productToken) };
}
