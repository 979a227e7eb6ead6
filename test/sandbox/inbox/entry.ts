import type { Outcome } from '../settings';

interface Entry {
	/** The provider's own id of the message or call. */
	id: string;
	/** Its name in the sandbox. */
	provider: string;
	/** The digits of the recipient's number, in the form that the provider received. */
	to: string;
	/** What the recipient heard or read; empty if the recipient was not reached. */
	code: string;
	outcome: Outcome;
	/** ISO 8601. */
	at: string;
}

export interface SmsEntry extends Entry {
	kind: 'sms';
	/** Empty if the message did not arrive. */
	text: string;
	referenceCode: string;
}

export interface CallEntry extends Entry {
	kind: 'call';
	/** The number that the recipient saw; null if the provider's API has no caller. */
	caller: string | null;
	/** In the order in which the recipient heard it; empty if nobody answered the call. */
	heard: string[];
}

export type InboxEntry = SmsEntry | CallEntry;

/** A code as the voice reads it, character by character. */
export function spelled(code: string): string {
	return [...code].join(', ');
}

/** The entries for a number, given by all or the last of its digits, because providers write numbers differently. */
export function sentTo(digits: string): (entry: InboxEntry) => boolean {
	return (entry) => entry.to.endsWith(digits);
}
