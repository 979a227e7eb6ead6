import { createHash } from 'node:crypto';

/** The number of refused tokens that are kept for one account; older ones are no longer in use. */
const MAXIMUM_REFUSED = 100;

/**
 * The tokens of one account in this process. n8n has no lock, so without this class each of 200 parallel requests with
 * an expired token would log in for itself (docs/n8n-facts.md#credentials).
 */
export class Account {
	private readonly refused = new Set<string>();

	/** The last used token; '' if it was refused. */
	private newest = '';

	/** The token of this process's last login. */
	private own?: string;

	private running?: Promise<string>;

	/**
	 * The token to send: the stored one, or the newest if the stored one is empty or was refused; '' if a login is needed.
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

	/** Whether the token is from this process's last login, not an old one of another process. */
	isOwn(token: string): boolean {
		return token === this.own;
	}

	/**
	 * Makes sure that there is a token, with one login for all simultaneous calls.
	 *
	 * @returns the new token if this call logged in; undefined if another call did
	 */
	async renew(logIn: () => Promise<string>): Promise<string | undefined> {
		if (this.newest !== '') return undefined;
		if (this.running) {
			await this.running;
			return undefined;
		}
		this.running = logIn().then((token) => {
			// A provider may issue the same token twice.
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

/** The number of accounts whose tokens are kept; the least recently used account is dropped first. */
const MAXIMUM_ACCOUNTS = 500;
const accounts = new Map<string, Account>();

/**
 * The account with these parts (address, user name, password). A changed password gives another account, so that it is
 * never used with an old token.
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
