import { sandboxes } from './providers';
import type { ProviderSetting } from './providers/provider';
import { inWords, integer, isObject, oneOf, problemsOf, record } from './shared/validate';

/** The outcome of a message or a call; a provider ignores outcomes that it does not have. */
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

/** Settings that a test may change; each provider's sandbox declares what its documentation leaves open. */
export interface Settings {
	/** Milliseconds between acceptance and the delivery report or callback. */
	callbackDelay: number;
	/** The outcome of messages and calls by recipient, given by the digits that the provider receives. */
	outcomes: Record<string, Outcome>;
}

const settings: Record<string, ProviderSetting<unknown>> = {
	callbackDelay: { initial: 1500, check: integer(0) },
	outcomes: { initial: {}, check: record(oneOf(...OUTCOMES)) },
	...Object.assign({}, ...sandboxes.map((sandbox) => sandbox.settings)),
};

export const defaultSettings = Object.fromEntries(
	Object.entries(settings).map(([name, { initial }]) => [name, initial]),
) as unknown as Readonly<Settings>;

/** Checks settings. @throws Error naming every unknown or invalid setting */
export function checkSettings(given: unknown): asserts given is Partial<Settings> {
	if (!isObject(given)) throw new Error('The settings must be an object');
	const problems = problemsOf(given, settings);
	if (problems.size > 0) throw new Error(inWords(problems));
}
