/**
 * A value from outside as trimmed text; '' for what is no text, number or boolean. JSON can hold objects whose
 * `toString` is no function, and none of them may stop the reading of an answer.
 */
export const plainText = (value: unknown): string =>
	['string', 'number', 'boolean'].includes(typeof value) ? String(value).trim() : '';
