import type { IDataObject } from 'n8n-workflow';

/**
 * A value from outside as trimmed text; '' for what is no text, number or boolean. JSON can hold objects whose
 * `toString` is no function, and none of them may stop the reading of an answer.
 */
export const plainText = (value: unknown): string =>
	['string', 'number', 'boolean'].includes(typeof value) ? String(value).trim() : '';

/** Whether a value from outside is a JSON object: neither a list nor a single value. */
export const isRecord = (value: unknown): value is IDataObject =>
	value !== null && typeof value === 'object' && !Array.isArray(value);

/** Levels; no documented body has more than five, and n8n cannot store what is thousands of levels deep. */
const MAXIMUM_DEPTH = 64;

function isDeeperThan(value: unknown, depth: number): boolean {
	if (value === null || typeof value !== 'object') return false;
	if (depth === 0) return true;
	return Object.values(value).some((inner) => isDeeperThan(inner, depth - 1));
}

/** Whether JSON from outside is nested deeper than it is read. */
export const isTooDeep = (value: unknown): boolean => isDeeperThan(value, MAXIMUM_DEPTH);

/** Whether a field has no value: undefined, null or blank text. */
export const isBlank = (value: unknown) =>
	value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** The value as text; undefined for what has none, such as objects that hold themselves. */
function textOf(value: unknown): string | undefined {
	try {
		return typeof value === 'object' ? JSON.stringify(value) : String(value);
	} catch {
		return undefined;
	}
}

/** A value for a message. */
export const forMessage = (value: unknown) =>
	(textOf(value) ?? `a value of type ${typeof value}`).slice(0, 60);

/** Makes a list of a value that may be one, several or missing. */
export const listOf = (value: unknown): unknown[] =>
	Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
