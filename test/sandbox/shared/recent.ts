/** The number of entries of each kind that the sandbox keeps: two benchmark runs of 10,000 requests. */
export const REMEMBERED = 20_000;

export interface Excerpt<T> {
	offset?: number;
	count?: number;
	where?: (entry: T) => boolean;
}

/** A list that drops its oldest entries, at a constant cost for each added entry. */
export class Recent<T> {
	private entries: T[] = [];

	constructor(private readonly limit = REMEMBERED) {}

	get length(): number {
		return Math.min(this.entries.length, this.limit);
	}

	push(entry: T): void {
		this.entries.push(entry);
		// Old entries are dropped once every `limit` entries: shifting the array each time would cost O(n) per request.
		if (this.entries.length >= 2 * this.limit) this.entries = this.entries.slice(-this.limit);
	}

	oldestFirst(): T[] {
		return this.entries.slice(-this.limit);
	}

	newestFirst({ offset = 0, count = this.limit, where = () => true }: Excerpt<T> = {}): T[] {
		const found: T[] = [];
		const oldest = this.entries.length - this.length;
		for (let i = this.entries.length - 1 - offset; i >= oldest && found.length < count; i--) {
			if (where(this.entries[i])) found.push(this.entries[i]);
		}
		return found;
	}

	clear(): void {
		this.entries = [];
	}
}

/** A map that drops the keys that were added first. */
export class RecentMap<K, V> extends Map<K, V> {
	constructor(private readonly limit = REMEMBERED) {
		super();
	}

	override set(key: K, value: V): this {
		super.set(key, value);
		if (this.size > this.limit) this.delete(this.keys().next().value as K);
		return this;
	}
}
