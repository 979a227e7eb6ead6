import type { ICredentialDataDecryptedObject, IDataObject, IHttpRequestHelper } from 'n8n-workflow';
import { readAnswer } from '../shared/answer';
import type { Answer } from '../shared/answer';
import { apiUrl } from '../shared/baseUrl';
import type { Failure } from '../shared/errors';
import { accountOf, identityOf, LoginFailure } from '../shared/login';
import { codeOf, networkFailure } from '../shared/networkFailure';
import { refusalOf } from '../shared/refusal';
import { withoutSecrets } from '../shared/secrets';
import { DEFAULT_TIMEOUT } from '../shared/sendingOptions';
import { antBuddy } from './provider';

const TOKEN_KEYS = ['access_token', 'token', 'access', 'key'];

const isToken = (value: unknown): value is string =>
	typeof value === 'string' && /^[\x21-\x7e]+$/.test(value);

/**
 * The token in an answer to `POST /get-token/`, whose shape is not documented: under one of four names, also one
 * level down in `data`, or a bare string (providers/README.md, section 1).
 */
export function readToken(answer: Answer): string | undefined {
	if (isToken(answer.text)) return answer.text;
	const body = answer.body as IDataObject | undefined;
	for (const place of [body, body?.data as IDataObject | undefined]) {
		if (isToken(place)) return place;
		const key = TOKEN_KEYS.find((name) => isToken(place?.[name]));
		if (key) return place?.[key] as string;
	}
	return undefined;
}

/** Whatever becomes of a login, no recipient is reached by it. */
const NOBODY_CALLED = 'Nobody was called. Try again later.';

const identity = ({ baseUrl, username, password }: ICredentialDataDecryptedObject) =>
	identityOf(baseUrl, username, password);

/** The stored token, where it belongs to this very login: a changed password must not meet an old token. */
const storedToken = (credential: ICredentialDataDecryptedObject): string =>
	credential.accountFingerprint === identity(credential)
		? String(credential.accessToken ?? '')
		: '';

function loginFailure(answer: Answer): Failure {
	const refusal = refusalOf(answer, antBuddy);
	const { status } = answer;
	if (refusal === undefined)
		return {
			message: `The login to AntBuddy was answered ${status} without an access token (${answer.kind})`,
			description: 'Check Base URL in the AntBuddy API credential.',
			outcome: 'notSent',
			status,
		};
	if (status === 404 || status === 405)
		return {
			message: `There is no AntBuddy API at Base URL: ${refusal.message}`,
			description: 'Correct Base URL in the AntBuddy API credential.',
			outcome: 'notSent',
			status,
		};
	const isRefusedLogin = [400, 401, 403].includes(status);
	return {
		message: isRefusedLogin
			? `AntBuddy did not accept the username and password: ${refusal.message}`
			: `The login to AntBuddy did not succeed: ${refusal.message}`,
		description: isRefusedLogin
			? 'Correct Username and Password in the AntBuddy API credential; n8n tests it when you save.'
			: refusal.outcome === 'unknown'
				? NOBODY_CALLED
				: refusal.description,
		outcome: 'notSent',
		status,
	};
}

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

/**
 * n8n's `preAuthentication`: called where there is no token, after a 401, and by the credential's test.
 *
 * @returns the new token, for n8n to store; nothing where another request renewed it meanwhile, so that n8n does not
 * write the same token once for every request that waited
 * @throws LoginFailure
 */
export async function renewToken(
	helper: IHttpRequestHelper,
	credential: ICredentialDataDecryptedObject,
): Promise<IDataObject> {
	const token = await accountOf(identity(credential)).replace(
		storedToken(credential),
		async () => await logIn(helper, credential),
	);
	return token === undefined
		? {}
		: { accessToken: token, accountFingerprint: identity(credential) };
}

/**
 * The token to send: the stored one, or the one that took its place while this run was under way. It is noted in
 * the credential, because n8n hands that to {@link renewToken} if the provider answers 401.
 */
export function currentToken(credential: ICredentialDataDecryptedObject): string {
	const token = accountOf(identity(credential)).newest(storedToken(credential));
	credential.accessToken = token;
	credential.accountFingerprint = identity(credential);
	return token;
}
