import type { IDataObject } from 'n8n-workflow';
import { MASK } from '../../shared/mask';

/** Keys under which AntBuddy may give the code back, also one it made up itself. */
const CODE_KEYS = ['otp', 'code', 'otp_code'];

const isGiven = (value: unknown) => value !== undefined && value !== null && value !== '';

function masked(key: string, value: unknown): unknown {
	if (Array.isArray(value)) return value.map((inner) => masked(key, inner));
	if (value !== null && typeof value === 'object') return withoutCode(value as IDataObject);
	return CODE_KEYS.includes(key) && isGiven(value) ? MASK : value;
}

/** A call as AntBuddy describes it, without the code, however deep it stands: the answer's shape is not documented. */
export function withoutCode(call: IDataObject): IDataObject {
	return Object.fromEntries(
		Object.entries(call).map(([key, value]) => [key, masked(key, value)]),
	) as IDataObject;
}
