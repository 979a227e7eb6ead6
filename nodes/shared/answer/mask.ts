/** Replaces a code in everything that the node outputs. */
export const MASK = '******';

/** Characters. Any answer may contain a shorter code by chance, so it is masked only as a whole value. */
const SHORTEST_WITHIN_TEXT = 4;

const withoutGaps = (text: string) => text.replace(/[\s,.-]/g, '');

/** An ID of hexadecimal digits, such as a UUID, which may contain a short code by chance. */
const ID = '(?<![0-9a-z])(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{16,})(?![0-9a-z])';
/** Characters. An ID does not contain a longer secret by chance. */
const LONGEST_WITHIN_IDS = 12;

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

function patternOf(code: string): RegExp {
	// A provider may echo the code with separators, such as "1 2 3 4 5 6" or "123-456". The code's own separators are
	// dropped: next to the optional ones they would cause catastrophic backtracking.
	const characters = [...withoutGaps(code)];
	const spaced = characters.length === 0 ? escape(code) : characters.map(escape).join('[\\s,.-]*');
	// A longer number that contains the code, such as a phone number, stays readable.
	const bounded = /^\d+$/.test(code) ? `(?<!\\d)${spaced}(?!\\d)` : spaced;
	const kept = characters.length <= LONGEST_WITHIN_IDS ? ID : '$^';
	return new RegExp(`(?<kept>${kept})|${bounded}`, 'giu');
}

/** Returns a function that masks these codes in a text: the whole text, or parts of it. */
function textMasker(codes: Iterable<string>): (text: string) => string {
	const hidden = [...new Set(codes)];
	const whole = new Set(hidden.map((code) => code.toLowerCase()));
	const parts = hidden
		.filter((code) => [...code].length >= SHORTEST_WITHIN_TEXT)
		.map((code) => ({ code, bare: withoutGaps(code).toLowerCase() }));
	return (text) => {
		if (whole.has(text.trim().toLowerCase())) return MASK;
		const bare = withoutGaps(text).toLowerCase();
		return (
			parts
				// Hardly a text contains a code, and a pattern costs far more than this look for it.
				.filter((part) => bare.includes(part.bare))
				.reduce(
					(masked, { code }) => masked.replace(patternOf(code), (_, kept?: string) => kept ?? MASK),
					text,
				)
		);
	};
}

/**
 * Returns a function that masks texts in a JSON value: whole values (numbers too) and parts of text. Hexadecimal IDs
 * stay unchanged. With nothing to mask, the function returns its argument.
 *
 * @param codes are masked in values only: a code may be any word, also a key of an answer
 * @param secrets of the credential are masked in keys too
 */
export function maskerFor(
	codes: Iterable<string>,
	secrets: Iterable<string> = [],
): <T>(value: T) => T {
	const hidden = [...codes, ...secrets].filter((text) => text !== '');
	if (hidden.length === 0) return (value) => value;
	const inText = textMasker(hidden);
	const inKey = textMasker(secrets);
	const mask = (value: unknown): unknown => {
		if (typeof value === 'string') return inText(value);
		// A provider may return the text "012345" as the number 12345.
		if (typeof value === 'number')
			return hidden.some((code) => code.length >= 2 && Number(code) === value) ? MASK : value;
		if (Array.isArray(value)) return value.map(mask);
		if (value === null || typeof value !== 'object') return value;
		return Object.fromEntries(
			Object.entries(value).map(([key, inner]) => [inKey(key), mask(inner)]),
		);
	};
	return <T>(value: T) => mask(value) as T;
}
