import type { Outcome } from '../settings';

interface Entry {
	/** The provider's own id of the message or call. */
	id: string;
	/** Its name in the sandbox. */
	provider: string;
	/** Digits of the recipient's number, in the form the provider got it. */
	to: string;
	/** What was read out or shown to the recipient; empty when the recipient was not reached. */
	code: string;
	outcome: Outcome;
	/** ISO 8601. */
	at: string;
}

export interface SmsEntry extends Entry {
	kind: 'sms';
	/** Empty when the message did not arrive. */
	text: string;
	referenceCode: string;
}

export interface CallEntry extends Entry {
	kind: 'call';
	/** The number the recipient saw; null where the provider's document knows no caller. */
	caller: string | null;
	/** In the order the recipient heard it; empty when the call was not answered. */
	heard: string[];
}

export type InboxEntry = SmsEntry | CallEntry;

/** A code as a voice reads it: character by character. */
export function spelled(code: string): string {
	return [...code].join(', ');
}

/** The entries sent to a number, given by all or the last of its digits: the providers write it in different forms. */
export function sentTo(digits: string): (entry: InboxEntry) => boolean {
	return (entry) => entry.to.endsWith(digits);
}
