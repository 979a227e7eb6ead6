import type { IWebhookFunctions } from 'n8n-workflow';
import { parseJson, trimKeys } from '../values';

/** n8n has parsed a body of these types already. */
const PARSED_BY_N8N = /[/+]json\b|multipart\/form-data/i;
const FORM = /x-www-form-urlencoded/i;
/** A form that is called something else. */
const LOOKS_LIKE_FORM = /^[\w%.[\]-]+=[^\s<>]*$/;

/** Keys of a form in brackets or dots below each other; documented reports have two levels. */
const MAXIMUM_LEVELS = 8;

/** The branches of a form; a map takes any key, also "__proto__". */
type Branch = Map<string, unknown>;

function put(branch: Branch, [key, ...rest]: string[], value: unknown): void {
	const known = branch.get(key);
	const inner: Branch = known instanceof Map ? (known as Branch) : new Map();
	branch.set(key, rest.length === 0 ? value : inner);
	if (rest.length > 0) put(inner, rest, value);
}

function toJson(value: unknown): unknown {
	if (!(value instanceof Map)) return value;
	const entries = [...(value as Branch)].map(([key, inner]) => [key, toJson(inner)] as const);
	const isList = entries.every(([key]) => /^\d+$/.test(key));
	return isList ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}

/** A form as JSON: `result[code]=10` and `result.code=10` nest, and a value may be JSON itself. */
function formOf(text: string): unknown {
	const form: Branch = new Map();
	for (const [key, value] of new URLSearchParams(text)) {
		const levels = key.split(/[[\].]/).filter((level) => level !== '');
		const isNested = levels.length > 0 && levels.length <= MAXIMUM_LEVELS;
		const json = parseJson(value);
		const isJson = json !== null && typeof json === 'object';
		put(form, isNested ? levels : [key], isJson ? json : value);
	}
	return toJson(form);
}

/** The body of a callback as JSON, whatever its Content-Type: also of a form, and a text that is neither as it is. */
export function bodyOf(context: IWebhookFunctions, raw: Buffer | undefined): unknown {
	const type = String(context.getHeaderData()['content-type']);
	if (PARSED_BY_N8N.test(type)) return trimKeys(context.getBodyData());
	// The decoder drops a byte order mark.
	const text = new TextDecoder().decode(raw ?? new Uint8Array()).trim();
	const json = parseJson(text);
	if (json !== undefined) return trimKeys(json);
	return FORM.test(type) || LOOKS_LIKE_FORM.test(text) ? trimKeys(formOf(text)) : text;
}
