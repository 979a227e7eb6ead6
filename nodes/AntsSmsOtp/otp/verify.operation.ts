import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Answer } from '../../shared/answer';
import { significant } from '../../shared/code';
import { requiredText } from '../../shared/fields';
import type { Item } from '../../shared/item';
import type { Operation } from '../../shared/operation';
import { optionsField, requestOptions } from '../../shared/sendingOptions';
import { readStatus } from '../statusCodes';
import type { Reason } from '../statusCodes';
import { LONGEST_ID, otpIdField } from './ids';
import { trimKeys } from './otpAnswer';
import { reportFields, reportOptions } from './reportOptions';

const LONGEST_CODE = 64;

const properties: INodeProperties[] = [
	otpIdField,
	{
		displayName: 'OTP Code',
		name: 'otpCode',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. {{ $json.code }}',
		description: 'What the person typed. Spaces and dashes do not count.',
	},
	optionsField([...requestOptions, ...reportOptions]),
];

const isTrue = (value: unknown) => String(value).toLowerCase() === 'true';

function reasonOf({ result, isErrorCount, isExprCode }: IDataObject): Reason {
	if (isTrue(isExprCode)) return 'expired';
	return isTrue(result) && !isTrue(isErrorCount) ? 'match' : 'mismatch';
}

/** Reads an answer about the code; anything else is not one and is thrown, with ANTS' own words. */
function verdictOf(item: Item, answer: Answer): IDataObject {
	const told = readStatus(answer);
	const reason = told?.status?.reason;
	if (told && reason) {
		const { otpId } = trimKeys(answer.body);
		const { code } = told.status!;
		const { message, description } = told;
		return {
			...(otpId && { otpId }),
			verified: false,
			reason,
			status: { code, message, description },
		};
	}
	const body = trimKeys(item.accept(answer));
	if (body.result !== undefined) {
		const read = reasonOf(body);
		return { ...body, verified: read === 'match', reason: read };
	}
	throw item.unreadable('JSON that does not say whether the code is right', answer.status);
}

/** `POST /otp/verifyOTP` (ants-sms-otp.md, "Verify OTP"). */
export const verify: Operation = {
	value: 'verify',
	name: 'Verify',
	action: 'Verify an OTP',
	description: 'Check the code a person typed',
	properties,
	execute: async (item) => {
		const otpId = requiredText(
			item,
			{ name: 'OTP ID', value: item.parameter('otpId', '') },
			LONGEST_ID,
		);
		const typed = requiredText(
			item,
			{ name: 'OTP Code', value: item.parameter('otpCode', '') },
			LONGEST_CODE,
		);
		const otpCode = significant(typed);
		item.hide(otpCode);
		const body = { otpId, otpCode, ...reportFields(item) };
		const answer = await item.exchange({ method: 'POST', path: '/otp/verifyOTP', body });
		return { otpId, ...verdictOf(item, answer) };
	},
};
