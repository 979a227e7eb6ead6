import { UserError } from 'n8n-workflow';
import type { ICredentialDataDecryptedObject, IDataObject, IHttpRequestHelper } from 'n8n-workflow';
import { basicAuthorization } from '../shared/credential/authenticated';
import { apiUrl } from '../shared/credential/baseUrl';
import { DEFAULT_TIMEOUT } from '../shared/request/request';

export const LOGIN_REFUSED =
	'CM.com did not accept the login. Correct the token, or the username and password.';
export const LOGIN_FORBIDDEN =
	'The login is right, but it may not use the Voice API. Ask CM.com to allow it.';
export const NO_API = 'There is no Voice API at Base URL. Correct Base URL.';

const MESSAGES: Record<number, string> = { 401: LOGIN_REFUSED, 403: LOGIN_FORBIDDEN, 404: NO_API };

/** The header that proves who calls (docs/providers/cm.md), or the one that a gateway in front of the API wants. */
export function loginHeader(credential: ICredentialDataDecryptedObject): IDataObject {
	const { authentication, productToken, token, username, password } = credential;
	if (authentication === 'bearer') return { Authorization: `Bearer ${String(token)}` };
	if (authentication === 'basic') return { Authorization: basicAuthorization(username, password) };
	return { 'X-CM-PRODUCTTOKEN': String(productToken) };
}

/**
 * The credential's `preAuthentication`: makes the request of its test and judges its status. n8n 1 and 2.0 cannot tell
 * statuses apart in a test whose right answer is a 400, and would call every login right.
 *
 * @returns nothing for n8n to store
 * @throws UserError where the login is refused, or something else than the API answers
 */
export async function checkLogin(
	helper: IHttpRequestHelper,
	credential: ICredentialDataDecryptedObject,
): Promise<IDataObject> {
	const { statusCode } = (await helper.helpers.httpRequest({
		method: 'POST',
		url: apiUrl(credential.baseUrl, '/OTP'),
		headers: { 'Content-Type': 'application/json', ...loginHeader(credential) },
		body: '{}',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		timeout: DEFAULT_TIMEOUT,
	})) as { statusCode: number };
	if (statusCode in MESSAGES) throw new UserError(MESSAGES[statusCode]);
	const isApi = statusCode < 300 || statusCode === 400 || statusCode === 422;
	if (!isApi)
		throw new UserError(`CM.com answered ${statusCode}. Check Base URL, or try again later.`);
	return {};
}
