import type { IDataObject } from 'n8n-workflow';
import type { Item } from '../../shared/items/item';
import type { Operation } from '../../shared/items/operation';
import { isRecord } from '../../shared/values';

/** Trims the keys of an answer: ANTS' own example has `" isErrorCount"`. */
export function trimKeys(body: IDataObject | unknown[] | undefined): IDataObject {
	if (!isRecord(body)) return {};
	return Object.fromEntries(
		Object.entries(body).map(([key, value]) => [
			key.trim(),
			isRecord(value) ? trimKeys(value) : value,
		]),
	) as IDataObject;
}

/** Whether an answer has no text, number or boolean at any depth. */
const isEmptyAnswer = (value: unknown): boolean =>
	value !== null && typeof value === 'object'
		? Object.values(value).every(isEmptyAnswer)
		: value === null || value === '';

/**
 * Sends a Request or a Resend and returns its output. ANTS' documentation calls the result `status` in its table and
 * `success` in its example; the output always has `status`.
 *
 * @throws NodeApiError if ANTS refused, or if its answer is empty or a list and so does not say whether a code was sent
 */
export async function sendOtp(
	item: Item,
	endpoint: NonNullable<Operation['endpoint']>,
	body: IDataObject,
): Promise<IDataObject> {
	const answer = trimKeys(await item.request({ ...endpoint, body }));
	if (isEmptyAnswer(answer))
		throw item.unclearAnswer('JSON that does not say whether a code was sent');
	const { success, status, ...rest } = answer;
	const result = isRecord(status) ? status : success;
	return isRecord(result) ? { ...rest, status: result } : answer;
}
