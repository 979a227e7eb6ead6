/** Replaces a code in everything that the node outputs. */
export const MASK = '******';

/** Characters. Any answer may contain a shorter code by chance, so it is masked only as a whole value. */
const SHORTEST_WITHIN_TEXT = 4;

const SEPARATORS = /[\s,.-]/g;

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

function patternOf(code: string): RegExp | undefined {
	if ([...code].length < SHORTEST_WITHIN_TEXT) return undefined;
	// A provider may echo the code with separators, such as "1 2 3 4 5 6" or "123-456". The code's own separators are
	// dropped: next to the optional ones they would cause catastrophic backtracking.
	const characters = [...code.replace(SEPARATORS, '')];
	const spaced = characters.length === 0 ? escape(code) : characters.map(escape).join('[\\s,.-]*');
	// A longer number that contains the code, such as a phone number, stays readable.
	const bounded = /^\d+$/.test(code) ? `(?<!\\d)${spaced}(?!\\d)` : spaced;
	return new RegExp(bounded, 'giu');
}

/**
 * Returns a function that masks these codes in a JSON value: whole values (numbers too), parts of text, and
 * keys. With no codes, the function returns its argument.
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
		// A provider may return the text "012345" as the number 12345.
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
