import type { Answer } from '../provider';

/** Keys that APIs use for messages, the most specific first. */
const KEYS = [
	'message',
	'messageDetails',
	'detail',
	'details',
	'description',
	'error',
	'errors',
	'messages',
	'reason',
	'title',
];

/** Keys whose values mean nothing to a user. */
const CODES = /^(code|errorCode|status|statusCode|to|path|timestamp)$/i;

function collect(value: unknown, depth: number): string[] {
	if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
	if (depth === 0 || value === null || typeof value !== 'object') return [];
	if (Array.isArray(value)) return value.flatMap((inner) => collect(inner, depth - 1));
	const known = KEYS.flatMap((key) => collect((value as Record<string, unknown>)[key], depth - 1));
	if (known.length > 0) return known;
	// Messages by field: { field: ["what is wrong with it"] }.
	return Object.entries(value)
		.filter(([key]) => !CODES.test(key))
		.flatMap(([key, inner]) => {
			const text = collect(inner, depth - 1).join(', ');
			return text === '' ? [] : [key === 'non_field_errors' ? text : `${key}: ${text}`];
		});
}

/** The provider's message in an answer, on one line; '' if there is none. */
export function messageIn(answer: Answer): string {
	const text = answer.text ?? [...new Set(collect(answer.body, 4))].join('; ');
	return text.replace(/\s+/g, ' ').trim();
}
