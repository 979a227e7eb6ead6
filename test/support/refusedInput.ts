import type { NodeRunResult } from './engine';
import type { NodeTest } from './nodeTest';

/** Words that tell a user nothing; no message of this package has them. */
const EMPTY_WORDS = /error|problem|failure|mistake|undefined|\[object|NaN/i;

/** A message that helps: of this package's own words, about this item, with a next step. */
export function expectHelpful({ error }: NodeRunResult, item = 0): void {
	expect(error?.message).toMatch(new RegExp(` \\[item ${item}\\]$`));
	// What the user typed stands in quotes.
	expect(error?.message.replace(/“[^”]*”/, '')).not.toMatch(EMPTY_WORDS);
	expect(error?.description).toMatch(/^[A-Z].+\.$/s);
	expect(error?.description).not.toMatch(EMPTY_WORDS);
}

/**
 * The item was refused for its own data: the message begins with the parameter's name and says what is wrong, and
 * the provider saw no request, not even a login.
 */
export function expectRefusedInput(
	test: NodeTest,
	result: NodeRunResult,
	parameter: string,
	words: string | RegExp,
	item = 0,
): void {
	expect(result.error?.name).toBe('NodeOperationError');
	expect(result.error?.message.startsWith(parameter)).toBe(true);
	expect(result.error?.message).toMatch(words);
	expect(result.error?.context).toMatchObject({ itemIndex: item, outcome: 'notSent' });
	expectHelpful(result, item);
	expect(test.sandbox.state.requests).toEqual([]);
}
