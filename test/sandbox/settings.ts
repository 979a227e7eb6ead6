import { inWords, integer, isObject, number, oneOf, problemsOf, record } from './shared/validate';
import type { Fields } from './shared/validate';

/** What becomes of a message or a call; a provider takes the words it knows and ignores the others. */
export const OUTCOMES = [
	'delivered',
	'undelivered',
	'expired',
	'rejected',
	'finished',
	'notAnswered',
	'failed',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What the documents leave open, and what a test wants to be otherwise. */
export interface Settings {
	/** Seconds. */
	antBuddyTokenLifetime: number;
	antBuddyTokenKey: 'access_token' | 'token' | 'access' | 'key' | 'data.token' | 'bare';
	antBuddyListShape: 'results' | 'array' | 'data';
	antBuddyPageSize: number;
	/** Seconds. */
	antsCodeLifetime: number;
	/** Wrong codes after which a code is void. */
	antsMaxTries: number;
	/** Messages that can be sent before 9995 Credit not enough. */
	antsCredit: number;
	antsStatusKey: 'success' | 'status';
	antsErrorHttpStatus: 200 | 400;
	antsErrorLanguage: 'en' | 'th';
	/** Whether the account may use the dearer voices (`voice.premium`). */
	cmPremiumAnswer: 'accept' | 'refuse';
	/** Milliseconds between acceptance and the delivery report or callback. */
	callbackDelay: number;
	/** By recipient, digits as the provider got them: what becomes of what is sent there. */
	outcomes: Record<string, Outcome>;
}

export const defaultSettings: Readonly<Settings> = {
	antBuddyTokenLifetime: 3600,
	antBuddyTokenKey: 'access_token',
	antBuddyListShape: 'results',
	antBuddyPageSize: 10,
	antsCodeLifetime: 300,
	antsMaxTries: 3,
	antsCredit: 1_000_000,
	antsStatusKey: 'success',
	antsErrorHttpStatus: 200,
	antsErrorLanguage: 'en',
	cmPremiumAnswer: 'accept',
	callbackDelay: 1500,
	outcomes: {},
};

const fields: Fields & Record<keyof Settings, unknown> = {
	antBuddyTokenLifetime: { check: number(0) },
	antBuddyTokenKey: {
		check: oneOf('access_token', 'token', 'access', 'key', 'data.token', 'bare'),
	},
	antBuddyListShape: { check: oneOf('results', 'array', 'data') },
	antBuddyPageSize: { check: integer(1) },
	antsCodeLifetime: { check: number(0) },
	antsMaxTries: { check: integer(1) },
	antsCredit: { check: integer(0) },
	antsStatusKey: { check: oneOf('success', 'status') },
	antsErrorHttpStatus: { check: oneOf(200, 400) },
	antsErrorLanguage: { check: oneOf('en', 'th') },
	cmPremiumAnswer: { check: oneOf('accept', 'refuse') },
	callbackDelay: { check: integer(0) },
	outcomes: { check: record(oneOf(...OUTCOMES)) },
};

/** @throws Error naming every setting that is unknown or has a value it cannot have. */
export function checkSettings(settings: unknown): asserts settings is Partial<Settings> {
	if (!isObject(settings)) throw new Error('The settings must be an object');
	const problems = problemsOf(settings, fields);
	if (problems.size > 0) throw new Error(inWords(problems));
}
