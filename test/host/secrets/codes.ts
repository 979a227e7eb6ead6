/** Digits with a few separators between them, as a voice call reads a code. */
const SPOKEN = /[0-9](?:[\s,.-]{1,3}[0-9])+/g;

/**
 * The codes in a text, as they are or with separators between their digits. A part of a longer word or number does not
 * count.
 */
export function codesIn(text: string, codes: Set<string>): string[] {
	const words = text.match(/[0-9A-Za-z]+/g) ?? [];
	const spoken = (text.match(SPOKEN) ?? []).map((digits) => digits.replace(/\D/g, ''));
	return [...words, ...spoken].filter((word) => codes.has(word));
}

/** The ten-digit codes anywhere in bytes, even within a longer number. */
export function longCodesIn(bytes: string, codes: Set<string>): string[] {
	const found: string[] = [];
	const spoken = (bytes.match(SPOKEN) ?? []).map((digits) => digits.replace(/\D/g, ''));
	for (const run of [...(bytes.match(/[0-9]{10,}/g) ?? []), ...spoken])
		for (let at = 0; at + 10 <= run.length; at++) {
			const code = run.slice(at, at + 10);
			if (codes.has(code)) found.push(code);
		}
	return found;
}
