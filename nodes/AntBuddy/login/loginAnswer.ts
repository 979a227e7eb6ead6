import type { Answer } from '../../shared/provider';
import { isRecord, plainKey } from '../../shared/values';

/** Names of the token, without case and underscores; the most specific first. */
const TOKEN_NAMES = ['accesstoken', 'token', 'access', 'key'];
/** Names of objects that hold the token. */
const PLACES = ['data', 'result', 'tokens'];
/** Those that may be the token itself; a result may be a word such as "ok". */
const BARE_PLACES = ['data', 'tokens'];
/** Objects below each other: `data.tokens.access`. */
const MAXIMUM_DEPTH = 3;

/** The token in a text, without "Bearer" and blanks around it; undefined if it cannot stand in a header. */
function tokenIn(value: unknown): string | undefined {
	if (typeof value !== 'string') return undefined;
	const token = value
		.trim()
		.replace(/^bearer(?=\s|$)/i, '')
		.trim();
	return /^[\x21-\x7e]+$/.test(token) ? token : undefined;
}

function* placesIn(body: unknown, depth = MAXIMUM_DEPTH): Generator<[string, unknown][]> {
	if (depth === 0 || !isRecord(body)) return;
	const entries = Object.entries(body);
	yield entries;
	for (const [key, value] of entries)
		if (PLACES.includes(plainKey(key))) yield* placesIn(value, depth - 1);
}

function tokenAmong(entries: [string, unknown][], names: string[]): string | undefined {
	const values = names.flatMap((name) => entries.filter(([key]) => plainKey(key) === name));
	return values.map(([, value]) => tokenIn(value)).find((token) => token !== undefined);
}

/**
 * The token in an answer to `POST /get-token/`; undefined if there is none. The shape of the answer is not documented:
 * the token may have several names, stand further down in `data`, `result` or `tokens`, or be a bare text
 * (docs/providers/antbuddy.md#login).
 */
export function readToken({ text, body }: Answer): string | undefined {
	const places = [...placesIn(body)];
	const found = [TOKEN_NAMES, BARE_PLACES].flatMap((names) =>
		places.map((entries) => tokenAmong(entries, names)),
	);
	return tokenIn(text) ?? found.find((token) => token !== undefined);
}

/** The keys of every object that may hold the token. */
export const keysIn = (body: unknown): string[] => [
	...new Set([...placesIn(body)].flat().map(([key]) => key)),
];
