/** What the sandbox has counted since it started or was reset; it proves what was really sent. */
export interface CountersView {
	/** Issued access tokens, by account. */
	logins: Record<string, number>;
	/** Accepted messages and calls, in total and by recipient (the digits that the provider received). */
	accepted: {
		total: number;
		perRecipient: Record<string, number>;
		/** Recipients with more than one message or call. */
		recipientsOverOne: number;
	};
	/** By `METHOD path`, without the query. */
	requests: Record<string, number>;
	/** Requests that the provider's rules or a fault kept from being processed. */
	refused: number;
}

export class Counters {
	private readonly logins = new Map<string, number>();
	private readonly perRecipient = new Map<string, number>();
	private readonly requests = new Map<string, number>();
	private accepted = 0;
	private recipientsOverOne = 0;
	private refused = 0;

	login(account: string): void {
		increase(this.logins, account);
	}

	accept(recipient: string): void {
		this.accepted++;
		if (increase(this.perRecipient, recipient) === 2) this.recipientsOverOne++;
	}

	request(method: string, path: string): void {
		increase(this.requests, `${method} ${path}`);
	}

	/** Accepted messages and calls to one recipient. */
	acceptedFor(recipient: string): number {
		return this.perRecipient.get(recipient) ?? 0;
	}

	refuse(): void {
		this.refused++;
	}

	clear(): void {
		this.logins.clear();
		this.perRecipient.clear();
		this.requests.clear();
		this.accepted = this.recipientsOverOne = this.refused = 0;
	}

	view(): CountersView {
		return {
			logins: Object.fromEntries(this.logins),
			accepted: {
				total: this.accepted,
				perRecipient: Object.fromEntries(this.perRecipient),
				recipientsOverOne: this.recipientsOverOne,
			},
			requests: Object.fromEntries(this.requests),
			refused: this.refused,
		};
	}
}

function increase(counts: Map<string, number>, key: string): number {
	const count = (counts.get(key) ?? 0) + 1;
	counts.set(key, count);
	return count;
}
