import type { ICredentialDataDecryptedObject, IDataObject, IHttpRequestHelper } from 'n8n-workflow';
import { codeOf, networkFailure } from '../../shared/answer/noAnswer';
import { readAnswer } from '../../shared/answer/readAnswer';
import { withoutSecrets } from '../../shared/answer/secrets';
import { apiUrl } from '../../shared/credential/baseUrl';
import { accountOf, LoginFailure, noteLoginFailure } from '../../shared/login/account';
import { changesToStore, lentStore, noteTakenOver } from '../../shared/login/credentialStore';
import type { CredentialStore } from '../../shared/login/credentialStore';
import { logInOnce } from '../../shared/login/sharedLogin';
import type { LoginStore } from '../../shared/login/sharedLogin';
import type { Answer } from '../../shared/provider';
import { DEFAULT_TIMEOUT } from '../../shared/request/request';
import { loginFailure, NOBODY_CALLED, readToken } from './loginAnswer';
import { accountKey, storedToken } from './storedToken';

interface FullResponse {
	statusCode: number;
	headers: IDataObject;
	body: Uint8Array;
}

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
		// The time-out counts silence; everybody waits for this login, so it must end.
		abortSignal: AbortSignal.timeout(DEFAULT_TIMEOUT),
	}) as Promise<FullResponse>;
	const result = await request.catch((thrown: unknown) => unreachable(thrown, url));
	if (result instanceof LoginFailure) throw result;
	const answer = readAnswer(result.statusCode, result.headers, result.body);
	// A refusal may repeat what was sent; a token must stay what it is.
	return answer.status < 300 ? answer : withoutSecrets(answer, { username, password });
}

async function logIn(
	helper: IHttpRequestHelper,
	credential: ICredentialDataDecryptedObject,
): Promise<string> {
	const answer = await postLogin(helper, apiUrl(credential.baseUrl, '/get-token/'), credential);
	const token = answer.status < 300 ? readToken(answer) : undefined;
	if (token === undefined) throw new LoginFailure(loginFailure(answer));
	return token;
}

/** What n8n's store says of the login of this very account. */
const loginStore = (
	store: CredentialStore,
	credential: ICredentialDataDecryptedObject,
): LoginStore => ({
	isContended: store.isContended,
	async read() {
		const stored = await store.read();
		const isSame = stored.accountFingerprint === accountKey(credential);
		return { token: storedToken(stored), claim: isSame ? String(stored.loginClaim ?? '') : '' };
	},
	async claim(loginClaim) {
		const accountFingerprint = accountKey(credential);
		const accessToken = storedToken(credential);
		await store.write(credential, { accessToken, accountFingerprint, loginClaim });
	},
});

/**
 * n8n's `preAuthentication`: called where there is no token, after a 401, and by the credential's test.
 *
 * @returns the new token, for n8n to store; nothing where another request or another process renewed it meanwhile, so
 * that n8n does not write the same token once for every request that waited
 * @throws LoginFailure
 */
export async function renewToken(
	helper: IHttpRequestHelper,
	credential: ICredentialDataDecryptedObject,
): Promise<IDataObject> {
	const changes = changesToStore(credential);
	if (changes) return changes;
	const account = accountOf(accountKey(credential));
	const rejected = storedToken(credential);
	const store = lentStore(credential);
	const own = async () => await account.ownLogin(async () => await logIn(helper, credential));
	const renew = async () =>
		store ? (await logInOnce(rejected, loginStore(store, credential), own)).token : await own();
	const token = await account.replace(rejected, renew).catch((thrown: unknown) => {
		if (thrown instanceof LoginFailure) noteLoginFailure(credential, thrown);
		throw thrown;
	});
	if (!account.isOwn(account.newest(rejected))) noteTakenOver(credential);
	if (token === undefined || !account.isOwn(token)) return {};
	const accountFingerprint = accountKey(credential);
	return { accessToken: token, accountFingerprint, ...(store?.isContended && { loginClaim: '' }) };
}

/**
 * The token to send: the stored one, or the one that took its place while this run was under way. It is noted in
 * the credential, because n8n hands that to {@link renewToken} if the provider answers 401.
 */
export function currentToken(credential: ICredentialDataDecryptedObject): string {
	const token = accountOf(accountKey(credential)).newest(storedToken(credential));
	credential.accessToken = token;
	credential.accountFingerprint = accountKey(credential);
	return token;
}
