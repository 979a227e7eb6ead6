import type { INodeProperties } from 'n8n-workflow';
import { optionsField } from '../../shared/fields/optionsField';
import { requiredText } from '../../shared/fields/readers';
import type { Operation } from '../../shared/items/operation';
import { readNumber } from '../../shared/numbers/phoneNumber';
import { recipientOptions } from '../../shared/panel/options';
import { LONGEST_ID, otcIdField, reportFields, reportOptions } from './fields';
import { sendOtp } from './sentOtp';

const properties: INodeProperties[] = [
	otcIdField,
	{
		displayName: 'Mobile',
		name: 'mobile',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 081 234 5678',
		description:
			'The number to text, as people write it; without a country code it is taken for Thai',
	},
	optionsField([...recipientOptions('TH'), ...reportOptions]),
];

/** `POST /otp/requestOTP` (docs/providers/ants.md#requests). */
export const request: Operation = {
	value: 'request',
	name: 'Request',
	action: 'Request an OTP by SMS',
	description: 'Send a text message with a one-time code that ANTS makes up',
	properties,
	sends: true,
	execute: async (item) => {
		const otcId = requiredText(
			item,
			{ name: 'OTC ID', value: item.parameter('otcId', '') },
			LONGEST_ID,
		);
		const source = { parameter: 'Mobile', defaultCountry: 'TH' } as const;
		const recipient = readNumber(item, item.parameter('mobile', ''), source);
		const body = { otcId, mobile: recipient.digits, ...reportFields(item) };
		return { ...(await sendOtp(item, '/otp/requestOTP', body)), phoneNumber: recipient.e164 };
	},
};
