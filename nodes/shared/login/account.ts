import { createHash } from 'node:crypto';

/** Milliseconds for which a token counts as just given. */
const JUST_GIVEN = 60_000;

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

	/** Milliseconds since 1970 of the last login. */
	private givenAt = 0;

	/** Whether the provider has accepted the token of the last login. */
	private isAccepted = false;

	/** The runs in which a refused token was given up for another. */
	private readonly renewing = new WeakSet();

	private running?: Promise<string>;

	/**
	 * The token to send: the stored one, or the newest if the stored one is empty or was refused; '' if a login is needed.
	 */
	use(stored: string): string {
		if (stored !== '' && !this.refused.has(stored)) this.newest = stored;
		return this.newest;
	}

	refuse(token: string): void {
		this.refused.add(token);
		if (this.newest === token) this.newest = '';
		if (this.refused.size > MAXIMUM_REFUSED)
			this.refused.delete(this.refused.values().next().value!);
	}

	/**
	 * Gives up a refused token for another, which a login gives if there is none yet.
	 *
	 * A run that has given up a token keeps the one that it was just given, also if that is refused: the login is not what
	 * is wrong. Otherwise each of 1,000 refused items would log in.
	 *
	 * @param run identifies the run
	 * @returns whether the request is to be sent again
	 */
	giveUp(token: string, run: object): boolean {
		const isCurrent = token === this.own && !this.refused.has(token);
		const isJustGiven = !this.isAccepted || Date.now() - this.givenAt < JUST_GIVEN;
		if (isCurrent && isJustGiven && this.renewing.has(run)) return false;
		this.renewing.add(run);
		this.refuse(token);
		return true;
	}

	/** Notes that the provider accepted a token. */
	accept(token: string): void {
		this.isAccepted ||= token === this.own;
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
			this.givenAt = Date.now();
			this.isAccepted = false;
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
