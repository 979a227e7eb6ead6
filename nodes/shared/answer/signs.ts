import type { IDataObject } from 'n8n-workflow';
import { isRecord, plainKey, plainText } from '../values';

/** The first word of a status that is a refusal: "failed", "ERROR_NO_CREDIT", "not sent". */
const REFUSING =
	/^(errors?|err|fail(ed|ure)?|reject(ed)?|refused|denied|declined|not.?sent)(?![a-z])/i;
const NO = /^(false|no|0)$/i;
/** A value under `error` that means no refusal. */
const NO_ERROR = /^(false|no|none|null|ok|success|0*)$/i;

const isNo = (value: unknown) => NO.test(plainText(value));

/** Whether a value under `error` means a refusal, at any depth. */
function namesError(value: unknown): boolean {
	if (value === null || typeof value !== 'object') return !NO_ERROR.test(plainText(value));
	const isSuccess = /^0+$/.test(plainText((value as IDataObject).code));
	return !isSuccess && Object.values(value).some(namesError);
}

/** Whether a status means a refusal. ANTS puts its message into an object. */
const isRefusingStatus = (value: unknown): boolean =>
	isRecord(value) ? isRefusingStatus(value.message) : REFUSING.test(plainText(value));

const codeOf = (value: unknown): number =>
	/^[1-9]\d{2,8}$/.test(plainText(value)) ? Number(plainText(value)) : 0;

const isHttpRefusal = (value: unknown) => codeOf(value) >= 400 && codeOf(value) < 600;

const signs = new Map<string, (value: unknown) => boolean>([
	['error', namesError],
	['errors', namesError],
	['errorcode', namesError],
	['nonfielderrors', namesError],
	['success', (value) => isNo(value) || isRefusingStatus(value)],
	['ok', isNo],
	['result', isRefusingStatus],
	['status', (value) => value === false || isRefusingStatus(value) || isHttpRefusal(value)],
	['statuscode', isHttpRefusal],
	['code', isHttpRefusal],
	['messages', (value) => Array.isArray(value) && value.some((message) => saysNo(message))],
]);

function saysNo(record: unknown, isOwn?: (value: unknown) => boolean): boolean {
	if (!isRecord(record)) return false;
	if (Object.entries(record).some(([key, value]) => signs.get(plainKey(key))?.(value))) return true;
	// A larger code is the provider's own, unless it is the one-time code of a call that was created.
	const isCreated = Object.keys(record).some((key) => /id$/.test(plainKey(key)));
	const { code, message } = record;
	return codeOf(code) >= 600 && plainText(message) !== '' && !isCreated && !isOwn?.(code);
}

/**
 * Whether a body carries a refusal in a form that is documented or usual: as JSON at its top or directly below `data`,
 * `result` or `response`, or as a text that begins with it. A list carries none: its entries are data.
 *
 * @param isOwn tells a code that was sent from a code of the provider
 */
export const carriesRefusal = (body: unknown, isOwn?: (value: unknown) => boolean): boolean =>
	isRecord(body)
		? [body, body.data, body.result, body.response].some((record) => saysNo(record, isOwn))
		: REFUSING.test(plainText(body));
