import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IHttpRequestMethods,
	IHttpRequestOptions,
} from 'n8n-workflow';
import { networkFailure, unknownOutcome } from '../answer/noAnswer';
import { readAnswer } from '../answer/readAnswer';
import { withoutSecrets } from '../answer/secrets';
import { apiUrl } from '../credential/baseUrl';
import { failed, NotStarted } from '../failure';
import type { Failure } from '../failure';
import { LoginFailure, loginFailureOf } from '../login/account';
import { lendStore, wasTakenOver } from '../login/credentialStore';
import type { Answer } from '../provider';
import { pauseRun, waitWhilePaused, waitAfterAnswer, waitAfterFailure } from './repeat';
import type { Run } from './run';

/** One call to a provider. */
export interface Call {
	method: IHttpRequestMethods;
	/** Starts with a slash and follows the credential's base URL. */
	path: string;
	qs?: IDataObject;
	body?: IDataObject;
	/** Milliseconds until the answer must be complete. */
	timeout: number;
}

interface FullResponse {
	statusCode: number;
	headers: Record<string, unknown>;
	body: Uint8Array | string;
}

interface Thrown {
	cause?: { response?: { status: number; headers: Record<string, unknown>; data: Uint8Array } };
}

function toOptions(run: Run, url: string, call: Call): IHttpRequestOptions {
	return {
		method: call.method,
		url,
		qs: call.qs,
		headers: {
			Accept: 'application/json',
			...(call.body && { 'Content-Type': 'application/json' }),
		},
		body: call.body && JSON.stringify(call.body),
		encoding: 'arraybuffer',
		returnFullResponse: true,
		// A 401 that throws is what makes n8n renew an expired token and try once more.
		ignoreHttpStatusErrors: run.provider.renewsLogin ? { ignore: true, except: [401] } : true,
		// n8n would carry the login along to wherever a redirect points.
		disableFollowRedirect: true,
		// The credential's `authenticate` makes it count from the moment of sending; see authenticated.ts.
		timeout: call.timeout,
	};
}

type Result = Answer | { thrown: unknown };

async function sendWithLogin(
	run: Run,
	url: string,
	call: Call,
	data: ICredentialDataDecryptedObject,
	refused?: ICredentialDataDecryptedObject,
): Promise<Result> {
	const { provider, context } = run;
	const options = toOptions(run, url, call);
	if (provider.renewsLogin) lendStore(data, context, provider.credentialType);
	const request = context.helpers.httpRequestWithAuthentication.call(
		context,
		provider.credentialType,
		options,
		{ credentialsDecrypted: { id: '', name: '', type: provider.credentialType, data } },
	) as Promise<FullResponse>;
	const result = await request.catch((thrown: unknown) => ({ thrown }));
	const toAnswer = (...parts: Parameters<typeof readAnswer>) =>
		withoutSecrets(readAnswer(...parts), run.credential, data, refused ?? {});
	if (!('thrown' in result)) {
		if (result.statusCode !== 401 || !provider.refuseLogin || refused)
			return toAnswer(result.statusCode, result.headers, result.body);
		// n8n 1 and 2.0 know no `except`: they take the 401 for an answer, and renew nothing by themselves.
		const before = { ...data };
		provider.refuseLogin(data);
		return await sendWithLogin(run, url, call, data, before);
	}
	const failedLogin = loginFailureOf(data);
	if (failedLogin) return { thrown: failedLogin };
	// The 401 that n8n threw after its second attempt is an answer like others.
	const response = (result.thrown as Thrown).cause?.response;
	return response ? toAnswer(response.status, response.headers, response.data ?? '') : result;
}

async function sendOnce(run: Run, url: string, call: Call): Promise<Result> {
	// A copy for each request: n8n writes a renewed token into it, and a late 401 must be seen to belong to
	// the token it was sent with.
	const copy = () => ({ ...run.credential, ...run.provider.requestFields });
	const data: ICredentialDataDecryptedObject = copy();
	const result = await sendWithLogin(run, url, call, data);
	const isRejected = !('thrown' in result) && result.status === 401;
	// Another process stored that token, and it has expired since: this time this process logs in.
	return isRejected && wasTakenOver(data) ? await sendWithLogin(run, url, call, copy()) : result;
}

function failureOf(run: Run, url: string, thrown: unknown): Failure {
	const cause = thrown instanceof LoginFailure ? thrown : (thrown as { cause?: unknown }).cause;
	if (cause instanceof LoginFailure) {
		run.loginFailure = cause.failure;
		return cause.failure;
	}
	if (run.isCancelled)
		return unknownOutcome(`The run was cancelled while ${run.provider.name} was answering`);
	return networkFailure(thrown, run.provider.name, new URL(url).host);
}

/**
 * The one HTTP call of this package: authenticated by n8n, bounded in time, following no redirect. Repeats what
 * certainly was not processed after the wait the provider asks for.
 *
 * @returns the answer, whatever its status and body are
 * @throws UserError where Base URL cannot be used
 * @throws NotStarted where the run stopped first
 * @throws NodeApiError where no answer came; its context says whether the request may have been processed
 */
export async function send(run: Run, index: number, call: Call): Promise<Answer> {
	const url = apiUrl(run.credential.baseUrl, call.path);
	for (let repeats = 0; ; repeats++) {
		await waitWhilePaused(run);
		if (run.loginFailure) throw failed(run.node, index, run.loginFailure);
		if (run.stopped.aborted) throw new NotStarted();
		const result = await sendOnce(run, url, call);
		const wait =
			'thrown' in result
				? waitAfterFailure(result.thrown, repeats)
				: waitAfterAnswer(result, repeats);
		if (wait !== undefined) pauseRun(run, wait);
		else if ('thrown' in result) throw failed(run.node, index, failureOf(run, url, result.thrown));
		else return result;
	}
}

/** Milliseconds a provider has to answer, unless the user sets another time. */
export const DEFAULT_TIMEOUT = 30_000;

/** Milliseconds; an hour, far below where timers overflow. */
export const LONGEST_TIMEOUT = 3_600_000;
