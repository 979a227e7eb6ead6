import type { IDataObject } from 'n8n-workflow';
import type { Item } from '../../shared/item';
import { isRecord } from '../../shared/record';

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
const saysNothing = (value: unknown): boolean =>
	value !== null && typeof value === 'object'
		? Object.values(value).every(saysNothing)
		: value === null || value === '';

/**
 * The answer to Request and Resend: the same for users whether ANTS calls the result `status`, as the document's table
 * does, or `success`, as its example does.
 *
 * @throws NodeApiError also where the answer is a list or empty: it does not say whether a code was sent
 */
export async function sendOtp(item: Item, path: string, body: IDataObject): Promise<IDataObject> {
	const answer = trimKeys(await item.request({ method: 'POST', path, body }));
	if (saysNothing(answer)) throw item.unreadable('JSON that does not say whether a code was sent');
	const { success, status, ...rest } = answer;
	const told = isRecord(status) ? status : success;
	return isRecord(told) ? { ...rest, status: told } : answer;
}
