/** The languages in which the page speaks to a person. */
export type Language = 'en' | 'vi' | 'th';

/** What the page says about the step before, named as in the answers to apps. */
export type MessageKey =
	| 'invalidNumber'
	| 'notAllowed'
	| 'coolDown'
	| 'tooManySends'
	| 'unavailable'
	| 'mismatch'
	| 'expired'
	| 'tooManyAttempts'
	| 'alreadyVerified'
	| 'malformed'
	| 'emptyCode';

/** How a code comes. */
export type Channel = 'call' | 'text';

/** What happened, and how long it takes until it is worth trying again. */
export interface Message {
	key: MessageKey;
	seconds?: number;
	attemptsLeft?: number;
}

/** All that one page shows, and what its form sends back. */
export interface PageView {
	step: 'number' | 'code' | 'done' | 'closed';
	language: Language;
	/** The builder's own texts; an empty one stands for the language's. */
	title: string;
	introduction: string;
	buttonLabel: string;
	doneText: string;
	message?: Message;
	/** In the step `number` as it was typed, in the others as E.164. */
	phoneNumber?: string;
	/** How the code came; for the step `code`. */
	channel?: Channel;
	/** The other way for a code to come, where there is one. */
	otherChannel?: Channel;
	challenge?: string;
	/** A random ID, by which the trigger knows a form that is sent twice. */
	request: string;
	reference?: string;
	/** Digits; unknown where the provider makes the code. */
	codeLength?: number;
	/** Seconds until another code may be asked for; 0 is now. */
	resendAfter?: number;
}
