import type { IDataObject } from 'n8n-workflow';
import type { Item } from '../../shared/items/item';
import { isRecord } from '../../shared/values';

/** Keys without the blanks around them: the document's own example has `" isErrorCount"`. */
export function trimKeys(body: IDataObject | unknown[] | undefined): IDataObject {
	if (!isRecord(body)) return {};
	return Object.fromEntries(
		Object.entries(body).map(([key, value]) => [
			key.trim(),
			isRecord(value) ? trimKeys(value) : value,
		]),
	) as IDataObject;
}

/** Whether an answer holds nothing that tells anything: no text, no number, however deep. */
const isEmptyAnswer = (value: unknown): boolean =>
	value !== null && typeof value === 'object'
		? Object.values(value).every(isEmptyAnswer)
		: value === null || value === '';

/**
 * The answer to Request and Resend: the same for users whether ANTS calls the result `status`, as the document's table
 * does, or `success`, as its example does.
 *
 * @throws NodeApiError also where the answer is a list or empty: it does not say whether a code was sent
 */
export async function sendOtp(item: Item, path: string, body: IDataObject): Promise<IDataObject> {
	const answer = trimKeys(await item.request({ method: 'POST', path, body }));
	if (isEmptyAnswer(answer))
		throw item.unclearAnswer('JSON that does not say whether a code was sent');
	const { success, status, ...rest } = answer;
	const told = isRecord(status) ? status : success;
	return isRecord(told) ? { ...rest, status: told } : answer;
}
