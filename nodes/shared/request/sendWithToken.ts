import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { NotStarted } from '../failure';
import { accountOf } from '../login/account';
import type { Account } from '../login/account';
import type { Answer } from '../provider';
import type { Run } from './run';

/** Who sends: an item, with the login that n8n resolved for it. */
export interface Sender {
	index: number;
	credential: ICredentialDataDecryptedObject;
}

/** The result of one attempt: an answer, or the error if none came, maybe because n8n did not send the request. */
export type Result = Answer | { thrown: unknown; isKeptBack?: boolean };

/**
 * Sends one request with its own copy of the credential, into which n8n and `authenticate` write a renewed token. The
 * second parameter holds the copies that the provider refused before.
 */
type Attempt = (
	credential: ICredentialDataDecryptedObject,
	refused: ICredentialDataDecryptedObject[],
) => Promise<Result>;

/**
 * Sends with the current token. If the provider refuses it, or there is none, sends with a token that another request
 * or another process got meanwhile. If there is none either, n8n logs in. A request whose token was refused was not
 * processed, so nothing is sent twice.
 *
 * @throws NotStarted if the run stopped before the provider accepted a token
 */
export async function sendWithToken(
	run: Run,
	{ index, credential }: Sender,
	account: Account,
	send: Attempt,
): Promise<Result> {
	// Only a provider with such a login has accounts.
	const login = run.provider.login!;
	const stored = login.tokenIn(credential);
	const refused: ICredentialDataDecryptedObject[] = [];
	for (;;) {
		let token = account.use(stored);
		if (token === '') {
			const now = await run.credentialFor(index).catch(() => credential);
			if (accountOf(...login.accountParts(now)) === account)
				token = account.use(login.tokenIn(now));
		}
		if (run.stopped.aborted) throw new NotStarted();
		const copy = login.withToken(credential, token);
		const result = await send(copy, refused);
		const sent = login.tokenIn(copy);
		if ('thrown' in result) return result;
		if (!(login.isRefused?.(result) ?? result.status === 401)) {
			if (result.status < 300) account.accept(sent);
			return result;
		}
		// After one refusal, another process's token may be old too, but a token that this process logged in for is new.
		const isLast = refused.length > (account.isOwn(sent) ? 0 : 1);
		if (isLast || !account.giveUp(sent, run)) return result;
		refused.push(copy);
	}
}
