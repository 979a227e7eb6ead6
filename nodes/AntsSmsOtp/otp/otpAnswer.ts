import type { IDataObject } from 'n8n-workflow';
import type { Item } from '../../shared/item';

const isRecord = (value: unknown): value is IDataObject =>
	value !== null && typeof value === 'object' && !Array.isArray(value);

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

/**
 * The answer to Request and Resend: the same for users whether ANTS calls the result `status`, as the document's table
 * does, or `success`, as its example does.
 */
export async function sendOtp(item: Item, path: string, body: IDataObject): Promise<IDataObject> {
	const answer = trimKeys(await item.request({ method: 'POST', path, body }));
	const { success, status, ...rest } = answer;
	const told = isRecord(status) ? status : success;
	return isRecord(told) ? { ...rest, status: told } : answer;
}
