import type { IDataObject } from 'n8n-workflow';
import { MASK } from '../../shared/mask';

/** Keys under which AntBuddy may give the code back, also one it made up itself. */
const CODE_KEYS = ['otp', 'code', 'otp_code'];

const isGiven = (value: unknown) => value !== undefined && value !== null && value !== '';

/** A call as AntBuddy describes it, without the code. */
export function withoutCode(call: IDataObject): IDataObject {
	return Object.fromEntries(
		Object.entries(call).map(([key, value]) => [
			key,
			CODE_KEYS.includes(key) && isGiven(value) ? MASK : value,
		]),
	);
}
