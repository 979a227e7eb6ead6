/** What the sandbox counted since it started or was reset: the witness of what really was sent. */
export interface CountersView {
	/** Access tokens given out, by account. */
	logins: Record<string, number>;
	/** Messages and calls the providers took on, also by recipient (digits as the provider got them). */
	accepted: {
		total: number;
		perRecipient: Record<string, number>;
		/** Recipients that got more than one. */
		recipientsOverOne: number;
	};
	/** By `METHOD path`, without the query. */
	requests: Record<string, number>;
	/** Requests that were not processed, by the provider's rules or by a fault. */
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
