import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { requiredCode, withoutSeparators } from '../../shared/codes/code';
import { optionsField } from '../../shared/fields/optionsField';
import { requiredText } from '../../shared/fields/readers';
import type { Item } from '../../shared/items/item';
import type { Operation } from '../../shared/items/operation';
import { requestOptions } from '../../shared/panel/options';
import type { Answer } from '../../shared/provider';
import { plainText } from '../../shared/values';
import { readStatus } from '../statusCodes';
import type { Reason } from '../statusCodes';
import { LONGEST_ID, otpIdField, reportFields, reportOptions } from './fields';
import { trimKeys } from './sentOtp';

const properties: INodeProperties[] = [
	otpIdField,
	{
		displayName: 'OTP Code',
		name: 'otpCode',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. {{ $json.code }}',
		description: 'The code the person typed; spaces and dashes in it do not count',
	},
	optionsField([...requestOptions, ...reportOptions]),
];

const isTrue = (value: unknown) => /^(true|1)$/i.test(plainText(value));
const isFalse = (value: unknown) => /^(false|0)$/i.test(plainText(value));

/** The reason that an answer gives; undefined if `result` is neither true nor false. */
function reasonOf({ result, isErrorCount, isExprCode }: IDataObject): Reason | undefined {
	if (!isTrue(result) && !isFalse(result)) return undefined;
	if (isTrue(isExprCode)) return 'expired';
	return isTrue(result) && !isTrue(isErrorCount) ? 'match' : 'mismatch';
}

/** Reads an answer about the code; throws any other answer, with ANTS' message. */
function verdictOf(item: Item, answer: Answer): IDataObject {
	const reported = readStatus(answer);
	const reason = reported?.status?.reason;
	if (reported && reason) {
		const { otpId } = trimKeys(answer.body);
		const { code } = reported.status!;
		const { message, description } = reported;
		return {
			...(otpId && { otpId }),
			verified: false,
			reason,
			status: { code, message, description },
		};
	}
	const body = trimKeys(item.jsonOf(answer));
	const result = reasonOf(body);
	if (result) return { ...body, verified: result === 'match', reason: result };
	throw item.unclearAnswer('JSON that does not say whether the code is right', answer.status);
}

/** `POST /otp/verifyOTP` (docs/providers/ants.md#requests). */
export const verify: Operation = {
	value: 'verify',
	name: 'Verify',
	action: 'Verify an OTP',
	description: 'Ask ANTS whether the code a person typed is right',
	properties,
	execute: async (item) => {
		const otpId = requiredText(
			item,
			{ name: 'OTP ID', value: item.parameter('otpId', '') },
			LONGEST_ID,
		);
		const field = { name: 'OTP Code', value: item.parameter('otpCode', '') };
		const otpCode = withoutSeparators(requiredCode(item, field));
		item.hide(otpCode);
		const body = { otpId, otpCode, ...reportFields(item) };
		const answer = await item.send({ method: 'POST', path: '/otp/verifyOTP', body });
		return { otpId, ...verdictOf(item, answer) };
	},
};
