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
import { LoginFailure, loginFailureOf } from '../login/attempt';
import type { Answer } from '../provider';
import { pauseRun, waitWhilePaused, waitAfterAnswer, waitAfterFailure } from './repeat';
import type { Run } from './run';
import { sendWithToken } from './sendWithToken';
import type { Result } from './sendWithToken';

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

function toOptions(url: string, call: Call): IHttpRequestOptions {
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
		ignoreHttpStatusErrors: true,
		// n8n would carry the login along to wherever a redirect points.
		disableFollowRedirect: true,
		// The credential's `authenticate` makes it count from the moment of sending; see authenticated.ts.
		timeout: call.timeout,
	};
}

/** @param refused the copies of the credential that this request was refused with, for their tokens to be masked */
async function attempt(
	run: Run,
	url: string,
	call: Call,
	credential: ICredentialDataDecryptedObject,
	refused: ICredentialDataDecryptedObject[] = [],
): Promise<Result> {
	const { provider, context } = run;
	const request = context.helpers.httpRequestWithAuthentication.call(
		context,
		provider.credentialType,
		toOptions(url, call),
		{ credentialsDecrypted: { id: '', name: '', type: provider.credentialType, data: credential } },
	) as Promise<FullResponse>;
	const result = await request.catch((thrown: unknown) => ({ thrown }));
	if ('thrown' in result) return { thrown: loginFailureOf(credential) ?? result.thrown };
	const answer = readAnswer(result.statusCode, result.headers, result.body);
	return withoutSecrets(answer, run.credential, credential, ...refused);
}

async function sendOnce(run: Run, url: string, call: Call): Promise<Result> {
	const { login } = run.provider;
	if (!login) return await attempt(run, url, call, { ...run.credential });
	return await sendWithToken(
		run,
		login,
		async (credential, refused) => await attempt(run, url, call, credential, refused),
	);
}

function failureOf(run: Run, url: string, thrown: unknown): Failure {
	if (thrown instanceof LoginFailure) {
		run.loginFailure = thrown.failure;
		return thrown.failure;
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
