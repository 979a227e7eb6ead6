/** Milliseconds. */
export const SECOND = 1_000;
export const TEN_MINUTES = 600 * SECOND;
export const HOUR = 3_600 * SECOND;

/** How often codes are sent. */
export interface Limits {
	/** Milliseconds between two codes to a number. */
	coolDown: number;
	/** Codes to a number in 10 minutes. */
	sendsPerNumber: number;
	/** Codes for a visitor's address in an hour. */
	sendsPerAddress: number;
	/** Codes in an hour. */
	sendsInAll: number;
}

/** A code that was sent, or is being sent. */
export interface Send {
	/** Random; that of the challenge too. */
	id: string;
	/** Milliseconds since 1970. */
	at: number;
	/** A keyed digest of the number. */
	number: string;
	/** A keyed digest of the visitor's address; '' if it is unknown. */
	address: string;
	/** Whether nothing went out, so that it does not count. */
	isReturned: boolean;
}

/** Why no code may be sent now. */
export interface Refusal {
	reason: 'coolDown' | 'tooManySends' | 'unavailable';
	/** Milliseconds since 1970, when it may be tried again. */
	until: number;
	/** The cap that is reached, by which it is told once in a window; left out if there is nothing to tell. */
	cap?: string;
}

/** When the oldest of the last `most` sends leaves the window; undefined if one more is within the limit. */
function until(sends: Send[], most: number, window: number, now: number): number | undefined {
	const within = sends.filter(({ at }) => at > now - window);
	if (within.length < most) return undefined;
	const times = within.map(({ at }) => at).sort((one, other) => one - other);
	return times[times.length - most] + window;
}

/** Why no code may be sent to a number now; undefined if one may. */
export function refusalFor(
	sends: Send[],
	{ number, address }: Pick<Send, 'number' | 'address'>,
	limits: Limits,
	now: number,
): Refusal | undefined {
	const counted = sends.filter(({ isReturned }) => !isReturned);
	const toNumber = counted.filter((send) => send.number === number);
	const last = Math.max(...toNumber.map(({ at }) => at));
	if (last + limits.coolDown > now) return { reason: 'coolDown', until: last + limits.coolDown };
	const ofAddress = counted.filter((send) => address !== '' && send.address === address);
	const caps = [
		{ cap: `number ${number}`, end: until(toNumber, limits.sendsPerNumber, TEN_MINUTES, now) },
		{ cap: `address ${address}`, end: until(ofAddress, limits.sendsPerAddress, HOUR, now) },
		{ cap: 'all', end: until(counted, limits.sendsInAll, HOUR, now) },
	];
	for (const { cap, end } of caps)
		if (end !== undefined) return { reason: 'tooManySends', until: end, cap };
	// Somebody who finds numbers that the provider refuses must not keep it busy.
	const returned = sends.filter(({ isReturned }) => isReturned);
	const end = until(returned, limits.sendsInAll, TEN_MINUTES, now);
	return end === undefined ? undefined : { reason: 'unavailable', until: end };
}
