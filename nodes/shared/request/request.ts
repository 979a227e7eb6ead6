import type { IAllExecuteFunctions, ICredentialDataDecryptedObject } from 'n8n-workflow';
import { codeOf, keptBack, networkFailure, unknownOutcome } from '../answer/noAnswer';
import { readAnswer } from '../answer/readAnswer';
import type { FullResponse } from '../answer/readAnswer';
import { withSecrets } from '../answer/secrets';
import { wasAuthenticated } from '../credential/authenticated';
import { apiUrl } from '../credential/baseUrl';
import { failed, NotStarted } from '../failure';
import type { Failure } from '../failure';
import { accountOf } from '../login/account';
import type { Account } from '../login/account';
import { LoginFailure, loginFailureOf } from '../login/attempt';
import type { Answer } from '../provider';
import { requestOptions } from './call';
import type { Call } from './call';
import { pauseRun, waitAfterAnswer, waitAfterFailure } from './repeat';
import type { Run } from './run';
import { sendWithToken } from './sendWithToken';
import type { Result, Sender } from './sendWithToken';

/**
 * @param others other copies of the credential, whose tokens are masked too
 * @throws NotStarted if the execution was cancelled during the login that the request waits for
 */
async function sendWithLogin(
	run: Run,
	url: string,
	call: Call,
	credential: ICredentialDataDecryptedObject,
	...others: ICredentialDataDecryptedObject[]
): Promise<Result> {
	const { provider, context } = run;
	const request = context.helpers.httpRequestWithAuthentication.call(
		context as IAllExecuteFunctions,
		provider.credentialType,
		// n8n sends some requests only after a login, and then also has to know that the execution was cancelled.
		{ ...requestOptions(url, call), abortSignal: context.getExecutionCancelSignal() },
		{ credentialsDecrypted: { id: '', name: '', type: provider.credentialType, data: credential } },
	) as Promise<FullResponse>;
	const settled = request.catch((thrown: unknown) => ({ thrown }));
	let result = await run.untilCancelled(settled);
	if (!result) {
		if (!wasAuthenticated(credential)) throw new NotStarted();
		result = await settled;
	}
	if ('thrown' in result) {
		const isKeptBack = !wasAuthenticated(credential) && codeOf(result.thrown) === '';
		return { thrown: loginFailureOf(credential) ?? result.thrown, isKeptBack };
	}
	const answer = readAnswer(result.statusCode, result.headers, result.body);
	return withSecrets(answer, credential, ...others);
}

async function sendOnce(
	run: Run,
	sender: Sender,
	account: Account | undefined,
	url: string,
	call: Call,
): Promise<Result> {
	const { credential } = sender;
	if (!account) return await sendWithLogin(run, url, call, { ...credential });
	return await sendWithToken(
		run,
		sender,
		account,
		async (copy, refused) => await sendWithLogin(run, url, call, copy, credential, ...refused),
	);
}

/** The account of a login whose token expires; undefined if the credential has no such login. */
const accountFor = ({ provider: { login } }: Run, { credential }: Sender): Account | undefined =>
	login && accountOf(...login.accountParts(credential));

function failureOf(
	run: Run,
	account: Account | undefined,
	url: string,
	{ thrown, isKeptBack }: Extract<Result, { thrown: unknown }>,
): Failure {
	if (thrown instanceof LoginFailure) {
		run.loginFailures.set(account, thrown.failure);
		return thrown.failure;
	}
	if (isKeptBack) return keptBack(run.provider.name);
	if (run.isCancelled)
		return unknownOutcome(`The run was cancelled while ${run.provider.name} was answering`);
	return networkFailure(thrown, run.provider.name, new URL(url).host);
}

/**
 * The one HTTP call of this package: n8n authenticates it, a deadline limits it, and redirects are not followed. A
 * request that certainly was not processed is repeated after the wait that the provider asks for; see limit.ts.
 *
 * @returns the answer with any status and body
 * @throws UserError if Base URL is not valid
 * @throws NotStarted if the run stopped first
 * @throws NodeApiError if no answer came; its context says whether the request may have been processed
 */
export async function send(run: Run, sender: Sender, call: Call): Promise<Answer> {
	const { index, credential } = sender;
	const url = apiUrl(credential.baseUrl, run.provider.baseUrl, call.path);
	const account = accountFor(run, sender);
	const { limit } = run;
	let throughBefore = 0;
	for (let repeats = 0; ; repeats++) {
		await limit.turn(run);
		const loginFailure = run.loginFailures.get(account);
		if (loginFailure) throw failed(run.node, index, loginFailure);
		if (run.stopped.aborted) throw new NotStarted();
		const sentAt = Date.now();
		const result = await limit.during(
			sentAt,
			async () => await sendOnce(run, sender, account, url, call),
		);
		if ('thrown' in result) {
			const wait = waitAfterFailure(result.thrown, repeats);
			if (wait === undefined) throw failed(run.node, index, failureOf(run, account, url, result));
			pauseRun(run, wait);
			continue;
		}
		const wait = waitAfterAnswer(result, limit.refusals, Infinity);
		if (wait === undefined) limit.letThrough(sentAt);
		if (wait === undefined || !(await limit.refuse(run, { sentAt, wait, repeats, throughBefore })))
			return result;
		throughBefore = limit.through;
	}
}
