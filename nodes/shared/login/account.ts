import { createHash } from 'node:crypto';
import { UserError } from 'n8n-workflow';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { Failure } from '../failure';

/** A login that did not succeed; carries no HTTP response, so that n8n does not log in a second time. */
export class LoginFailure extends UserError {
	/** @param code Node's code of a connection that was not made, by which the request is repeated */
	constructor(
		readonly failure: Failure,
		readonly code = '',
	) {
		super(failure.message, { description: failure.description });
	}
}

const failedLogins = new WeakMap<ICredentialDataDecryptedObject, LoginFailure>();

/** Keeps the failure beside the credential's data, because n8n 1 and 2.0 lose the cause of what they throw. */
export const noteLoginFailure = (
	credential: ICredentialDataDecryptedObject,
	failure: LoginFailure,
): void => void failedLogins.set(credential, failure);

/** The login that failed while a request with this very data was made. */
export const loginFailureOf = (
	credential: ICredentialDataDecryptedObject,
): LoginFailure | undefined => failedLogins.get(credential);

/** Tokens remembered for one account; a token that was replaced that long ago is not met again. */
const MAXIMUM_REPLACED = 100;

/**
 * The logins of one account in this process. n8n has no lock: without it, every one of 200 parallel requests
 * with an expired token logs in for itself (docs/n8n-facts.md#credentials). Several processes agree by sharedLogin.ts.
 */
class Account {
	/** The token that took the place of another; '' stands for having none. */
	private readonly replacedBy = new Map<string, string>();

	private running?: Promise<string>;

	/** The token of the newest login that this process made itself. */
	private own?: string;

	/** The newest token known to have taken this one's place, or the token itself. */
	newest(token: string): string {
		let current = token;
		for (let next = this.replacedBy.get(current); next !== undefined; ) {
			current = next;
			next = this.replacedBy.get(current);
		}
		return current;
	}

	/** Logs in, and remembers that this process did. */
	async ownLogin(logIn: () => Promise<string>): Promise<string> {
		return (this.own = await logIn());
	}

	isOwn(token: string): boolean {
		return token === this.own;
	}

	/**
	 * Makes sure that the rejected token has a successor.
	 *
	 * @param logIn gets one, by a login or from another process
	 * @returns the new token where this call got it; undefined where another call did
	 */
	async replace(rejected: string, logIn: () => Promise<string>): Promise<string | undefined> {
		if (this.newest(rejected) !== rejected) return undefined;
		if (this.running) {
			this.remember(rejected, await this.running);
			return undefined;
		}
		this.running = logIn();
		try {
			const token = await this.running;
			this.remember(rejected, token);
			return token;
		} finally {
			this.running = undefined;
		}
	}

	private remember(rejected: string, token: string): void {
		if (rejected === token) return;
		// A token that comes back (a provider may hand out the same one twice) must not close a circle.
		this.replacedBy.delete(token);
		this.replacedBy.set(rejected, token);
		if (this.replacedBy.size > MAXIMUM_REPLACED)
			this.replacedBy.delete(this.replacedBy.keys().next().value!);
	}
}

/** Accounts whose logins are remembered; the oldest is forgotten first. */
const MAXIMUM_ACCOUNTS = 500;
const accounts = new Map<string, Account>();

/**
 * The logins of the account that these parts (address, user name, password) name. A changed password is another
 * account, so that it never meets an old token.
 */
export function accountOf(identity: string): Account {
	const account = accounts.get(identity) ?? new Account();
	accounts.delete(identity);
	accounts.set(identity, account);
	if (accounts.size > MAXIMUM_ACCOUNTS) accounts.delete(accounts.keys().next().value!);
	return account;
}

/** A text that tells accounts apart and does not tell the password. */
export function accountKeyOf(...parts: unknown[]): string {
	return createHash('sha256')
		.update(JSON.stringify(parts.map(String)))
		.digest('base64url');
}
