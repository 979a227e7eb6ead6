import type { ICredentialDataDecryptedObject, IDataObject, IHttpRequestHelper } from 'n8n-workflow';
import { codeOf, networkFailure } from '../../shared/answer/noAnswer';
import { readAnswer } from '../../shared/answer/readAnswer';
import type { FullResponse } from '../../shared/answer/readAnswer';
import { withSecrets } from '../../shared/answer/secrets';
import { apiUrl } from '../../shared/credential/baseUrl';
import { accountOf } from '../../shared/login/account';
import { LoginFailure, noteLoginFailure } from '../../shared/login/attempt';
import type { Answer } from '../../shared/provider';
import { DEFAULT_TIMEOUT } from '../../shared/request/call';
import { antBuddy } from '../provider';
import { readToken } from './loginAnswer';
import { loginFailure, NOBODY_CALLED } from './loginFailure';
import { tokenFields, tokenLogin } from './token';

function unreachable(thrown: unknown, url: string): LoginFailure {
	const failure = networkFailure(thrown, 'AntBuddy', new URL(url).host);
	if (failure.outcome === 'notSent') return new LoginFailure(failure, codeOf(thrown));
	return new LoginFailure({
		message: `${failure.message} (login)`,
		description: NOBODY_CALLED,
		outcome: 'notSent',
	});
}

async function postLogin(
	helper: IHttpRequestHelper,
	url: string,
	{ username, password }: ICredentialDataDecryptedObject,
): Promise<Answer> {
	const request = helper.helpers.httpRequest({
		method: 'POST',
		url,
		headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
		body: JSON.stringify({ username, password }),
		encoding: 'arraybuffer',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		timeout: DEFAULT_TIMEOUT,
		// The time-out counts from the last byte, but every request waits for this login, so it needs a deadline.
		abortSignal: AbortSignal.timeout(DEFAULT_TIMEOUT),
	}) as Promise<FullResponse>;
	const result = await request.catch((thrown: unknown) => unreachable(thrown, url));
	if (result instanceof LoginFailure) throw result;
	const answer = readAnswer(result.statusCode, result.headers, result.body);
	return withSecrets(answer, { username, password });
}

/**
 * Logs in.
 *
 * @returns the access token
 * @throws LoginFailure if AntBuddy does not issue one
 */
export async function logIn(
	helper: IHttpRequestHelper,
	credential: ICredentialDataDecryptedObject,
): Promise<string> {
	const answer = await postLogin(
		helper,
		apiUrl(credential.baseUrl, antBuddy.baseUrl, '/get-token/'),
		credential,
	);
	const token = answer.status < 300 ? readToken(answer) : undefined;
	// Only what says how long to wait: n8n gets this error, and the answer holds the secrets to mask.
	const { status, bodyKind } = answer;
	const headers = { 'retry-after': answer.headers['retry-after'] };
	if (token === undefined)
		throw new LoginFailure(loginFailure(answer), '', { status, bodyKind, headers });
	return token;
}

const accountOfCredential = (credential: ICredentialDataDecryptedObject) =>
	accountOf(...tokenLogin.accountParts(credential));

/**
 * The credential's `preAuthentication`. n8n calls it if no token is stored, for the credential's test, and after a 401
 * to another node that uses the credential.
 *
 * @returns the new token for n8n to store; nothing if another request renewed it meanwhile, so that n8n does not store
 * the same token for each waiting request
 * @throws LoginFailure if AntBuddy does not issue a token
 */
export async function renewToken(
	helper: IHttpRequestHelper,
	credential: ICredentialDataDecryptedObject,
): Promise<IDataObject> {
	const account = accountOfCredential(credential);
	account.refuse(tokenLogin.tokenIn(credential));
	const renewal = account.renew(async () => await logIn(helper, credential));
	const token = await renewal.catch((thrown: unknown) => {
		if (thrown instanceof LoginFailure) noteLoginFailure(credential, thrown);
		throw thrown;
	});
	return token === undefined ? {} : tokenFields(token, credential);
}

/**
 * The token to send: the stored one, or the newest of the account if that was refused. It is written into the
 * credential, because n8n passes the credential to {@link renewToken} after a 401.
 */
export function currentToken(credential: ICredentialDataDecryptedObject): string {
	const token = accountOfCredential(credential).use(tokenLogin.tokenIn(credential));
	Object.assign(credential, tokenFields(token, credential));
	return token;
}
