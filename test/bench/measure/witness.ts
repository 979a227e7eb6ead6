import type { CountersView } from '../../sandbox/counters';

/** What the sandbox counted in one run. */
export interface Witness {
	/** Logins of all accounts. */
	logins: number;
	/** Messages and calls that the providers accepted. */
	sends: number;
	/** Recipients that got exactly one message or call. */
	once: number;
}

const sum = (counts: Record<string, number>) =>
	Object.values(counts).reduce((total, count) => total + count, 0);

/** The difference between the sandbox's counters before and after a run. */
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
