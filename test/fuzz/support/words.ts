import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { providers } from '../../providers';

/** Words that tell a user nothing (CONTRIBUTING.md#style). */
const EMPTY_WORDS = /error|problem|failure|mistake/gi;
/** Traces of a program that did not expect what it got. */
const PROGRAM =
	/undefined|\[object |\bNaN\b|\bnull\b|is not a (function|constructor)|is not iterable|Cannot |Maximum call stack|Invalid (array|string|count|time)|\n\s+at |\.[jt]s:\d|node_modules|ECONN|ERR_/g;

/** What a provider said, before its name: anything. */
const PROVIDERS_WORDS = new RegExp(
	`^[^]* (?=\\((?:${providers.map(({ name }) => name).join('|')}), HTTP \\d+\\))`,
);

/** More than a message has with 300 characters of the provider's words for each of two recipients. */
const LONGEST = 800;
const OUTCOMES = ['notSent', 'refused', 'unknown'];

/** What n8n shows of a failing item. */
export interface ReportedFailure {
	message: string;
	description: unknown;
	outcome: unknown;
	itemIndex: unknown;
}

/** The message without what is not ours: what the provider said, and what the user typed, in quotes. */
export const ownWords = (message: string): string =>
	message
		.replace(PROVIDERS_WORDS, '')
		.replace(/^([^:]*(?: refused| answered \d+|did not succeed|password|at Base URL)): [^]*$/, '$1')
		.replace(/“[^]*”/g, '');

/**
 * A message of our own making: it names the item, says what happened in plain words and what to do next. A thrown
 * TypeError, say, would come without a next step, because n8n's errors have none unless we give one.
 */
export function expectPlainFailure(
	{ message, description, outcome, itemIndex }: ReportedFailure,
	items: number,
): void {
	const [, shown] = /^\S[^]* [^]*\S \[item (\d+)\]$/.exec(message) ?? [];
	if (shown === undefined || Number(shown) !== itemIndex || Number(shown) >= items)
		throw new Error(`The message does not name its item ${String(itemIndex)}: ${message}`);
	if (message.length > LONGEST)
		throw new Error(`The message is ${message.length} long: ${message}`);
	if (!/^[A-Z][^]*\.$/.test(String(description)))
		throw new Error(`“${message}” has no next step, but “${String(description)}”`);
	if (!OUTCOMES.includes(String(outcome)))
		throw new Error(`“${message}” has the outcome ${String(outcome)}`);
	for (const words of [ownWords(message), String(description)])
		for (const pattern of [EMPTY_WORDS, PROGRAM])
			for (const [word] of words.matchAll(pattern))
				throw new Error(`“${word}” is in what we say: ${message} – ${String(description)}`);
}

/** What was thrown, as n8n shows it; throws it again where it is not n8n's. */
export function reportedBy(thrown: unknown): ReportedFailure {
	if (!(thrown instanceof NodeApiError) && !(thrown instanceof NodeOperationError)) throw thrown;
	const { message, description, context } = thrown;
	const { outcome, itemIndex } = context as { outcome?: unknown; itemIndex?: unknown };
	return { message, description, outcome, itemIndex };
}
