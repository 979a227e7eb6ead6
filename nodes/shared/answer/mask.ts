/** What stands in place of a code in everything the node puts out. */
export const MASK = '******';

/** Shorter codes occur by chance in any answer; they are masked only where they are a whole value. */
const SHORTEST_WITHIN_TEXT = 4;

const SEPARATORS = /[\s,.-]/g;

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

function patternOf(code: string): RegExp | undefined {
	if ([...code].length < SHORTEST_WITHIN_TEXT) return undefined;
	// A provider may echo the code as it is read out: "1 2 3 4 5 6" or "123-456". Separators of the code itself are left
	// out: between optional ones they would make the search take for ever in a text that is full of them.
	const characters = [...code.replace(SEPARATORS, '')];
	const spaced = characters.length === 0 ? escape(code) : characters.map(escape).join('[\\s,.-]*');
	// A longer number that happens to contain the code (a phone number, say) is not the code.
	const bounded = /^\d+$/.test(code) ? `(?<!\\d)${spaced}(?!\\d)` : spaced;
	return new RegExp(bounded, 'giu');
}

/**
 * Returns a function that replaces every one of these codes in a JSON value: whole values (also
 * numbers), parts of texts, and keys. Returns values untouched where there is nothing to hide.
 */
export function maskerFor(codes: Iterable<string>): <T>(value: T) => T {
	const hidden = [...new Set(codes)].filter((code) => code !== '');
	if (hidden.length === 0) return (value) => value;
	const whole = new Set(hidden.map((code) => code.toLowerCase()));
	const patterns = hidden.map(patternOf).filter((pattern) => pattern !== undefined);

	const inText = (text: string) =>
		whole.has(text.trim().toLowerCase())
			? MASK
			: patterns.reduce((masked, pattern) => masked.replace(pattern, MASK), text);
	const mask = (value: unknown): unknown => {
		if (typeof value === 'string') return inText(value);
		// "012345" sent as text may come back as the number 12345.
		if (typeof value === 'number')
			return hidden.some((code) => code.length >= 2 && Number(code) === value) ? MASK : value;
		if (Array.isArray(value)) return value.map(mask);
		if (value === null || typeof value !== 'object') return value;
		return Object.fromEntries(
			Object.entries(value).map(([key, inner]) => [inText(key), mask(inner)]),
		);
	};
	return <T>(value: T) => mask(value) as T;
}
