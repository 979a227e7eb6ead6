import type { NodeHint } from 'n8n-workflow';
import { bodyOf } from '../../shared/fields/body';
import type { Field } from '../../shared/fields/field';
import { optionsField } from '../../shared/fields/groups';
import { choice } from '../../shared/fields/kinds';
import type { Operation } from '../../shared/items/operation';
import { requestOptions } from '../../shared/items/options';
import { otcId, otpId } from './fields';
import { sendOtp } from './sentOtp';

const resendBy = choice({
	displayName: 'Resend By',
	name: 'resendBy',
	type: 'options',
	default: 'otcId',
	description: 'Which ID tells ANTS what to send again',
	options: [
		{
			name: 'OTC ID',
			value: 'otcId',
			description: 'The documented way; with several recipients at a time use OTP ID',
		},
		{
			name: 'OTP ID',
			value: 'otpId',
			description: 'The way other clients of ANTS use: the code of one certain request',
		},
	],
});

/** An ID field that the panel shows only if Resend By selects it. */
const shownFor = (field: Field<string>): Field<string> => ({
	...field,
	property: {
		...field.property,
		displayOptions: { show: { resendBy: [field.property.name] } },
	},
});

const byOtcId = shownFor(otcId);
const byOtpId = shownFor(otpId);

const endpoint = { method: 'POST', path: '/otp/resendOTP' } as const;

/** Warns that an OTC ID does not name one person. */
export const resendHint: NodeHint = {
	type: 'info',
	message:
		'An OTC ID is that of your application, not of one person. Where several people get codes at a time, set Resend By to OTP ID.',
	displayCondition:
		'={{ $parameter["resource"] === "otp" && $parameter["operation"] === "resend" && $parameter["resendBy"] === "otcId" }}',
	whenToDisplay: 'beforeExecution',
	location: 'outputPane',
};

/** Sends the SMS of an earlier request again. */
export const resend: Operation = {
	value: 'resend',
	name: 'Resend',
	action: 'Resend an OTP by SMS',
	description: 'Send the text message with a one-time code again',
	fields: [resendBy, byOtcId, byOtpId, optionsField(requestOptions)],
	endpoint,
	document: 'docs/providers/ants.md#requests',
	sends: true,
	execute: async (item) => {
		const id = item.read(resendBy) === 'otcId' ? byOtcId : byOtpId;
		const send = async () => await sendOtp(item, endpoint, bodyOf(item, [id]));
		return await item.once(item.read(id), send);
	},
};
