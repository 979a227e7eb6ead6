import { createHash } from 'node:crypto';

/** Refused tokens remembered for one account; an older one is not met again. */
const MAXIMUM_REFUSED = 100;

/**
 * The tokens of one account, as this process knows them. n8n has no lock: without it, each of 200 parallel requests
 * with an expired token logs in for itself (docs/n8n-facts.md#credentials).
 */
export class Account {
	private readonly refused = new Set<string>();

	/** The newest token known here; empty where none is known that was not refused. */
	private newest = '';

	/** The token that was taken from n8n's store last: another process logged in for it, maybe long ago. */
	private taken?: string;

	private running?: Promise<string>;

	/** The token to send instead of this stored one, which may be empty; empty where a login has to come first. */
	current(stored: string): string {
		return stored === '' || this.refused.has(stored) ? this.newest : stored;
	}

	refuse(token: string): void {
		if (token === '') return;
		this.refused.add(token);
		if (this.newest === token) this.newest = '';
		if (this.refused.size > MAXIMUM_REFUSED)
			this.refused.delete(this.refused.values().next().value!);
	}

	/** Takes a token that another process stored, unless it was refused here. */
	take(token: string): void {
		if (token === '' || this.refused.has(token)) return;
		this.newest = token;
		this.taken = token;
	}

	isTaken(token: string): boolean {
		return token === this.taken;
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
			return (this.newest = token);
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
