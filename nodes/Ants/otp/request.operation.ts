import { bodyOf } from '../../shared/fields/body';
import { asTyped } from '../../shared/fields/field';
import { optionsField } from '../../shared/fields/groups';
import type { Operation } from '../../shared/items/operation';
import { recipientOptions } from '../../shared/numbers/options';
import { readNumber } from '../../shared/numbers/phoneNumber';
import type { Destination } from '../../shared/numbers/phoneNumber';
import { otcId, reportOptions } from './fields';
import { sendOtp } from './sentOtp';

const mobile = asTyped({
	displayName: 'Mobile',
	name: 'mobile',
	wire: 'mobile',
	form: 'a phone number',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 081 234 5678',
	description:
		'The number to text, as people write it; without a country code it is taken for Thai',
});

/** ANTS sends text messages, most of them in Thailand. */
export const reached: Destination = { defaultCountry: 'TH', isText: true };

const fields = [
	otcId,
	mobile,
	optionsField([...recipientOptions(reached.defaultCountry), ...reportOptions]),
];

const endpoint = { method: 'POST', path: '/otp/requestOTP' } as const;

/** Sends an SMS with a code that ANTS generates. */
export const request: Operation = {
	value: 'request',
	name: 'Request',
	action: 'Request an OTP by SMS',
	description: 'Send a text message with a one-time code that ANTS makes up',
	fields,
	endpoint,
	document: 'docs/providers/ants.md#requests',
	sends: true,
	execute: async (item) => {
		const source = { parameter: mobile.label, ...reached };
		const recipient = readNumber(item, item.read(mobile), source);
		return await item.once(recipient.e164, async () => {
			const body = bodyOf(item, fields, { mobile: recipient.digits });
			return { ...(await sendOtp(item, endpoint, body)), phoneNumber: recipient.e164 };
		});
	},
};
