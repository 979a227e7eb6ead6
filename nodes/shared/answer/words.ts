import type { Answer } from '../provider';

/** Keys under which APIs put what they have to say, the most telling first. */
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

/** Keys that say nothing to a person. */
const CODES = /^(code|errorCode|status|statusCode|to|path|timestamp)$/i;

function collect(value: unknown, depth: number): string[] {
	if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
	if (depth === 0 || value === null || typeof value !== 'object') return [];
	if (Array.isArray(value)) return value.flatMap((inner) => collect(inner, depth - 1));
	const known = KEYS.flatMap((key) => collect((value as Record<string, unknown>)[key], depth - 1));
	if (known.length > 0) return known;
	// A form's answer: { field: ["what is wrong with it"] }.
	return Object.entries(value)
		.filter(([key]) => !CODES.test(key))
		.flatMap(([key, inner]) => {
			const said = collect(inner, depth - 1).join(', ');
			return said === '' ? [] : [key === 'non_field_errors' ? said : `${key}: ${said}`];
		});
}

/** What an answer says to a person, wherever it says it: one line, empty where it says nothing. */
export function messageIn(answer: Answer): string {
	const said = answer.text ?? [...new Set(collect(answer.body, 4))].join('; ');
	return said.replace(/\s+/g, ' ').trim();
}
