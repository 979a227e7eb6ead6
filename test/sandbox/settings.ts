import { sandboxes } from './providers';
import type { ProviderSetting } from './providers/provider';
import { inWords, integer, isObject, oneOf, problemsOf, record } from './shared/validate';

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

/** What a test wants to be otherwise; each provider's sandbox declares what its document leaves open. */
export interface Settings {
	/** Milliseconds between acceptance and the delivery report or callback. */
	callbackDelay: number;
	/** By recipient, digits as the provider got them: what becomes of what is sent there. */
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

/** @throws Error naming every setting that is unknown or has a value it cannot have. */
export function checkSettings(given: unknown): asserts given is Partial<Settings> {
	if (!isObject(given)) throw new Error('The settings must be an object');
	const problems = problemsOf(given, settings);
	if (problems.size > 0) throw new Error(inWords(problems));
}
