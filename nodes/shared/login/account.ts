import { createHash } from 'node:crypto';

/** Refused tokens remembered for one account; an older one is not met again. */
const MAXIMUM_REFUSED = 100;

/**
 * The tokens of one account, as this process knows them. n8n has no lock: without it, each of 200 parallel requests
 * with an expired token logs in for itself (docs/n8n-facts.md#credentials).
 */
export class Account {
	private readonly refused = new Set<string>();

	/** The token that was used last; empty if that was refused. */
	private newest = '';

	/** The token of the last login in this process. */
	private own?: string;

	private running?: Promise<string>;

	/**
	 * The token to send: the stored one, or the newest if that is empty or was refused. Empty if there is none, so that a
	 * login has to come first.
	 */
	use(stored: string): string {
		if (stored !== '' && !this.refused.has(stored)) this.newest = stored;
		return this.newest;
	}

	refuse(token: string): void {
		if (token === '') return;
		this.refused.add(token);
		if (this.newest === token) this.newest = '';
		if (this.refused.size > MAXIMUM_REFUSED)
			this.refused.delete(this.refused.values().next().value!);
	}

	/** Whether this process logged in for the token, so that it is not an old one of another process. */
	isOwn(token: string): boolean {
		return token === this.own;
	}

	/**
	 * Makes sure that there is a token, by one login for all who ask at the same time.
	 *
	 * @returns the new token where this call logged in; undefined where another call did
	 */
	async renew(logIn: () => Promise<string>): Promise<string | undefined> {
		if (this.newest !== '') return undefined;
		if (this.running) {
			await this.running;
			return undefined;
		}
		this.running = logIn().then((token) => {
			// A provider may hand out a token twice.
			this.refused.delete(token);
			return (this.newest = this.own = token);
		});
		try {
			return await this.running;
		} finally {
			this.running = undefined;
		}
	}
}

/** Accounts whose tokens are remembered; the one that was not used for longest is forgotten first. */
const MAXIMUM_ACCOUNTS = 500;
const accounts = new Map<string, Account>();

/**
 * The account that these parts (address, user name, password) name. A changed password is another account, so that it
 * never meets an old token.
 */
export function accountOf(...parts: unknown[]): Account {
	const key = createHash('sha256')
		.update(JSON.stringify(parts.map(String)))
		.digest('base64url');
	const account = accounts.get(key) ?? new Account();
	accounts.delete(key);
	accounts.set(key, account);
	if (accounts.size > MAXIMUM_ACCOUNTS) accounts.delete(accounts.keys().next().value!);
	return account;
}
