import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { codeOptions, issueCode } from '../../shared/code';
import { wholeNumber } from '../../shared/fields';
import type { Item } from '../../shared/item';
import type { Operation } from '../../shared/operation';
import { readNumber } from '../../shared/phoneNumber';
import type { Recipient } from '../../shared/phoneNumber';
import { optionsField, recipientOptions } from '../../shared/sendingOptions';
import { withoutCode } from './callRecord';

const properties: INodeProperties[] = [
	{
		displayName: 'Phone Number',
		name: 'phoneNumber',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 0919 273 027',
		description: 'The number in Vietnam to call, as people write it, with or without +84',
	},
	{
		displayName: 'Code Source',
		name: 'codeSource',
		type: 'options',
		default: 'generate',
		description: 'Where the code that is read out comes from',
		options: [
			{
				name: 'Generate a Code',
				value: 'generate',
				description: 'A random code that only the called person learns; check it with Code: Verify',
			},
			{
				name: 'Use Own Code',
				value: 'own',
				description: 'A code from an earlier step of the workflow',
			},
			{
				name: 'Trial Code by AntBuddy',
				value: 'provider',
				description:
					'A code that AntBuddy makes up, to hear what a call is like; it cannot be verified',
			},
		],
	},
	{
		displayName: 'Code',
		name: 'code',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. {{ $json.code }}',
		description: 'The code to read out, up to 64 characters',
		displayOptions: { show: { codeSource: ['own'] } },
	},
	optionsField([
		...recipientOptions('VN'),
		...codeOptions,
		{
			displayName: 'Max Retry',
			name: 'maxRetry',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 0,
			description: 'How many times the code is read again after the first time',
		},
	]),
];

/** AntBuddy dials the national form, so a foreign number would become somebody else's. */
function vietnamese(item: Item): Recipient {
	const parameter = 'Phone Number';
	const source = { parameter, defaultCountry: 'VN' } as const;
	const recipient = readNumber(item, item.parameter('phoneNumber', ''), source);
	if (recipient.country === 'VN' || item.options.sendNumberUnchanged === true) return recipient;
	throw item.invalid(
		`${parameter} “${recipient.e164}” is not a number in Vietnam, where AntBuddy calls`,
		'Enter a number such as 0919 273 027 or +84 919 273 027, or use another provider for this recipient.',
	);
}

async function execute(item: Item): Promise<IDataObject> {
	const recipient = vietnamese(item);
	const maxRetry = wholeNumber(item, { name: 'Max Retry', value: item.options.maxRetry }, 0);
	const issued = item.text('codeSource') === 'provider' ? undefined : issueCode(item);
	const answer = await item.request({
		method: 'POST',
		path: '/voice-otp/',
		body: {
			alarm_phonenumber: recipient.national,
			...(issued && { otp: issued.code }),
			...(maxRetry !== undefined && { maxretry: maxRetry }),
		},
	});
	const call = Array.isArray(answer) ? { calls: answer } : withoutCode(answer);
	const proof = issued ? await issued.proofFor(recipient.e164) : { phoneNumber: recipient.e164 };
	return { ...call, ...proof };
}

/** `POST /voice-otp/` (antbuddy-voice-otp.en.md, "Create OTP call"). */
export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create a call',
	description: 'Call a phone number and read out a one-time code',
	properties,
	sends: true,
	execute,
};
