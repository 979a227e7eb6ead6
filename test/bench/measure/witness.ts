import type { CountersView } from '../../sandbox/counters';

/** What the sandbox saw of one run. */
export interface Witness {
	/** Logins of any account. */
	logins: number;
	/** Messages and calls taken on. */
	sends: number;
	/** Recipients that got exactly one. */
	once: number;
}

const sum = (counts: Record<string, number>) =>
	Object.values(counts).reduce((total, count) => total + count, 0);

/** The difference of the sandbox's counters around a run. */
export function witnessOf(before: CountersView, after: CountersView): Witness {
	const earlier = before.accepted.perRecipient;
	const once = Object.entries(after.accepted.perRecipient).filter(
		([recipient, count]) => count - (earlier[recipient] ?? 0) === 1,
	);
	return {
		logins: sum(after.logins) - sum(before.logins),
		sends: after.accepted.total - before.accepted.total,
		once: once.length,
	};
}
