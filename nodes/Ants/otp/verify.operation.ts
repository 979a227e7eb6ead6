import type { IDataObject } from 'n8n-workflow';
import { LONGEST_CODE } from '../../shared/codes/codeFields';
import { requiredCode, withoutSeparators } from '../../shared/codes/typedCode';
import { verdictOutputs } from '../../shared/codes/verdictOutputs';
import { bodyOf } from '../../shared/fields/body';
import { optionsField } from '../../shared/fields/groups';
import { text } from '../../shared/fields/kinds';
import type { Item } from '../../shared/items/item';
import type { Operation } from '../../shared/items/operation';
import { requestOptions } from '../../shared/items/options';
import type { Answer } from '../../shared/provider';
import { isRecord, plainText } from '../../shared/values';
import { readStatus } from '../statusCodes';
import type { Reason } from '../statusCodes';
import { otpId, reportOptions } from './fields';

const otpCode = text({
	displayName: 'OTP Code',
	name: 'otpCode',
	wire: 'otpCode',
	maxLength: LONGEST_CODE,
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. {{ $json.code }}',
	description: 'The code the person typed, in digits of any script; spaces and dashes do not count',
});

const fields = [otpId, otpCode, optionsField([...requestOptions, ...reportOptions])];

const endpoint = { method: 'POST', path: '/otp/verifyOTP' } as const;

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
		const { code } = reported.status!;
		const { message, description } = item.mask(reported);
		return { verified: false, reason, status: { code, message, description } };
	}
	const body = item.jsonOf(answer);
	const result = isRecord(body) ? reasonOf(body) : undefined;
	if (result) return { ...item.mask(body), verified: result === 'match', reason: result };
	throw item.unclearAnswer('JSON that does not say whether the code is right', answer.status);
}

/** Asks ANTS whether a typed code is right. */
export const verify: Operation = {
	value: 'verify',
	name: 'Verify',
	action: 'Verify an OTP',
	description: 'Ask ANTS whether the code a person typed is right',
	fields,
	outputs: verdictOutputs,
	endpoint,
	document: 'docs/providers/ants.md#requests',
	execute: async (item) => {
		const id = item.read(otpId);
		const code = withoutSeparators(requiredCode(item, otpCode));
		item.hide(code);
		const ask = async () => {
			const body = bodyOf(item, fields, { otpCode: code });
			const answer = await item.send({ ...endpoint, body });
			return { ...verdictOf(item, answer), otpId: id };
		};
		// ANTS verifies a code once, so a Retry that asks again would hear that it is used up.
		return await item.once(id, ask, code);
	},
};
