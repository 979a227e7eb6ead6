import type { IDataObject } from 'n8n-workflow';
import type { Answer } from '../provider';
import { isTooDeep, parseJson, trimKeys } from '../values';

/** Larger bodies are not parsed; documented answers are far smaller. */
const MAXIMUM_BYTES = 5_000_000;
/** Characters. A longer text is not a message to the user. */
const MAXIMUM_TEXT = 300;

/** The description of an empty body. */
export const EMPTY_BODY = 'an empty body';

/** What n8n's request helpers return with the full response. */
export interface FullResponse {
	statusCode: number;
	headers: Record<string, unknown>;
	body: Uint8Array | string;
}

/** n8n passes a repeated header as a list. */
const headerText = (value: unknown): string =>
	[value]
		.flat()
		.filter((part) => typeof part === 'string')
		.join(', ');

/**
 * Reads a body of any bytes and never throws. Invalid UTF-8 becomes the replacement character, a byte order
 * mark and blanks around keys are dropped, and the last of several equal keys counts.
 */
export function readAnswer(
	status: number,
	headers: Record<string, unknown>,
	body: Uint8Array | string,
): Answer {
	const answer: Answer = {
		status,
		headers: Object.fromEntries(
			Object.entries(headers).map(([name, value]) => [name.toLowerCase(), headerText(value)]),
		),
		bodyKind: 'JSON',
	};
	if (body.length > MAXIMUM_BYTES)
		return { ...answer, bodyKind: 'a body too large to be an answer' };
	const text = new TextDecoder().decode(Buffer.from(body)).trim();
	if (text === '' || text === 'null') return { ...answer, bodyKind: EMPTY_BODY };

	const parsed = parseJson(text);
	if (typeof parsed === 'object') {
		if (isTooDeep(parsed)) return { ...answer, bodyKind: 'JSON nested too deeply' };
		return { ...answer, body: trimKeys(parsed) as IDataObject | unknown[] };
	}
	if (typeof parsed === 'string') return { ...answer, text: parsed, bodyKind: 'plain text' };
	if (parsed !== undefined)
		return { ...answer, bodyKind: 'JSON that is neither an object nor a list' };
	if (/^\s*<|text\/html/i.test(`${text.slice(0, 20)} ${answer.headers['content-type'] ?? ''}`))
		return { ...answer, bodyKind: 'a web page (HTML)' };
	if (/^[[{]/.test(text)) return { ...answer, bodyKind: 'JSON that breaks off or is malformed' };
	// eslint-disable-next-line no-control-regex -- control characters distinguish binary data from text
	if (text.length > MAXIMUM_TEXT || /[\u0000-\u0008\uFFFD]/.test(text))
		return { ...answer, bodyKind: 'something that is not JSON' };
	return { ...answer, text, bodyKind: 'plain text' };
}
