import type { IDataObject } from 'n8n-workflow';
import type { Item } from '../../shared/items/item';
import type { Operation } from '../../shared/items/operation';
import { isRecord, plainText } from '../../shared/values';

/**
 * Sends a Request or a Resend and returns its output. ANTS' documentation calls the result `status` in its table and
 * `success` in its example; the output always has `status`.
 *
 * @throws NodeApiError if ANTS refused, or if its answer has no `otpId` and so does not say whether a code was sent
 */
export async function sendOtp(
	item: Item,
	endpoint: NonNullable<Operation['endpoint']>,
	body: IDataObject,
): Promise<IDataObject> {
	const answer = item.mask(await item.request({ ...endpoint, body }));
	if (!isRecord(answer) || plainText(answer.otpId) === '')
		throw item.unclearAnswer('JSON that does not say whether a code was sent');
	const { success, status, ...rest } = answer;
	const result = isRecord(status) ? status : success;
	return isRecord(result) ? { ...rest, status: result } : answer;
}
