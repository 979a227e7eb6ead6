import type { IDataObject } from 'n8n-workflow';

/**
 * A value from outside as trimmed text; '' unless it is text, a number or a boolean. A JSON object may have a
 * `toString` that is not a function, and String() would throw for it.
 */
export const plainText = (value: unknown): string =>
	['string', 'number', 'boolean'].includes(typeof value) ? String(value).trim() : '';

/** A digit of any script in ASCII: Unicode keeps the ten digits of a script together, in their order. */
export function asciiDigit(digit: string): string {
	const place = digit.codePointAt(0)!;
	let zero = place;
	while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
	return String((place - zero) % 10);
}

/** Whether a value from outside is a JSON object, not a list or a single value. */
export const isRecord = (value: unknown): value is IDataObject =>
	value !== null && typeof value === 'object' && !Array.isArray(value);

/** Levels. Documented bodies have at most five, and n8n cannot store thousands. */
const MAXIMUM_DEPTH = 64;

function isDeeperThan(value: unknown, depth: number): boolean {
	if (value === null || typeof value !== 'object') return false;
	if (depth === 0) return true;
	return Object.values(value).some((inner) => isDeeperThan(inner, depth - 1));
}

/** Whether JSON from outside is nested more deeply than the nodes accept. */
export const isTooDeep = (value: unknown): boolean => isDeeperThan(value, MAXIMUM_DEPTH);

/** The value of a JSON text; undefined if the text is none. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		// Outside there are texts of any kind.
	}
	return undefined;
}

/** Trims the keys of a JSON value: one of ANTS' documented keys is `" isErrorCount"`. */
export function trimKeys(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(trimKeys);
	if (!isRecord(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [key.trim(), trimKeys(inner)]),
	);
}

/** A key of a JSON object as it is compared: without case, blanks, dashes and underscores. */
export const plainKey = (key: string): string => key.toLowerCase().replace(/[\s_-]/g, '');

/** Whether a field has no value: undefined, null or blank text. */
export const isBlank = (value: unknown) =>
	value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** The value as text; undefined if it has none, such as an object that contains itself. */
export function textOf(value: unknown): string | undefined {
	try {
		return typeof value === 'object' ? JSON.stringify(value) : String(value);
	} catch {
		// JSON has no form for it.
	}
	return undefined;
}

/** A value as text for a message, at most 60 characters. */
export const forMessage = (value: unknown) =>
	(textOf(value) ?? `a value of type ${typeof value}`).slice(0, 60);

/** A list as it is, a single value as a list of one, and a missing value as an empty list. */
export const listOf = (value: unknown): unknown[] =>
	Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
