import type { INodeProperties, NodeHint } from 'n8n-workflow';
import { optionsField } from '../../shared/fields/optionsField';
import { oneOf, requiredText } from '../../shared/fields/readers';
import type { Operation } from '../../shared/items/operation';
import { requestOptions } from '../../shared/panel/options';
import { LONGEST_ID, otcIdField, otpIdField } from './fields';
import { sendOtp } from './sentOtp';

const properties: INodeProperties[] = [
	{
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
	},
	{ ...otcIdField, displayOptions: { show: { resendBy: ['otcId'] } } },
	{ ...otpIdField, displayOptions: { show: { resendBy: ['otpId'] } } },
	optionsField(requestOptions),
];

export const resendHint: NodeHint = {
	type: 'info',
	message:
		'An OTC ID is that of your application, not of one person. Where several people get codes at a time, set Resend By to OTP ID.',
	displayCondition:
		'={{ $parameter["resource"] === "otp" && $parameter["operation"] === "resend" && $parameter["resendBy"] === "otcId" }}',
	whenToDisplay: 'beforeExecution',
	location: 'outputPane',
};

/** `POST /otp/resendOTP` (docs/providers/ants.md#requests). */
export const resend: Operation = {
	value: 'resend',
	name: 'Resend',
	action: 'Resend an OTP by SMS',
	description: 'Send the text message with a one-time code again',
	properties,
	sends: true,
	execute: async (item) => {
		const field = { name: 'Resend By', value: item.parameter('resendBy', '') };
		const by = oneOf(item, field, ['otcId', 'otpId']) ?? 'otcId';
		const name = by === 'otcId' ? 'OTC ID' : 'OTP ID';
		const id = requiredText(item, { name, value: item.parameter(by, '') }, LONGEST_ID);
		return await sendOtp(item, '/otp/resendOTP', { [by]: id });
	},
};
