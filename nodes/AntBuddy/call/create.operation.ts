import type { IDataObject, INodeProperties, NodeHint } from 'n8n-workflow';
import { codeSourceOf, issueCode } from '../../shared/codes/code';
import { codeOptions, ownCodeField, codeSourceField } from '../../shared/codes/codeFields';
import { optionsField } from '../../shared/fields/optionsField';
import { wholeNumber } from '../../shared/fields/readers';
import type { Item } from '../../shared/items/item';
import type { Operation } from '../../shared/items/operation';
import { isSentUnchanged, readNumber } from '../../shared/numbers/phoneNumber';
import type { Recipient } from '../../shared/numbers/phoneNumber';
import { recipientOptions } from '../../shared/panel/options';
import { readPage, withoutCode } from './calls';

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
	codeSourceField({
		name: 'Trial Code by AntBuddy',
		value: 'provider',
		description:
			'A code that AntBuddy makes up, to hear what a call is like; it cannot be verified',
	}),
	ownCodeField('The code to read out, up to 64 characters'),
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

export const trialCodeHint: NodeHint = {
	type: 'warning',
	message:
		'A trial code cannot be verified: the output has no challenge. To verify a person, set Code Source to Generate a Code.',
	displayCondition:
		'={{ $parameter["resource"] === "call" && $parameter["operation"] === "create" && $parameter["codeSource"] === "provider" }}',
	location: 'outputPane',
};

/** Refuses foreign numbers: AntBuddy dials the national format, which would reach another person. */
function vietnamese(item: Item): Recipient {
	const parameter = 'Phone Number';
	const source = { parameter, defaultCountry: 'VN' } as const;
	const recipient = readNumber(item, item.parameter('phoneNumber', ''), source);
	if (recipient.country === 'VN' || isSentUnchanged(item)) return recipient;
	throw item.invalid(
		`${parameter} “${recipient.e164}” is not a number in Vietnam, where AntBuddy calls`,
		'Enter a number such as 0919 273 027 or +84 919 273 027, or use another provider for this recipient.',
	);
}

async function execute(item: Item): Promise<IDataObject> {
	const recipient = vietnamese(item);
	const maxRetry = wholeNumber(item, { name: 'Max Retry', value: item.options.maxRetry }, 0);
	const source = codeSourceOf(item, ['generate', 'own', 'provider']);
	const issued = source === 'provider' ? undefined : issueCode(item);
	const answer = await item.request({
		method: 'POST',
		path: '/voice-otp/',
		body: {
			alarm_phonenumber: recipient.national,
			...(issued && { otp: issued.code }),
			...(maxRetry !== undefined && { maxretry: maxRetry }),
		},
	});
	const call = Array.isArray(answer)
		? { calls: readPage(answer).calls.map(withoutCode) }
		: withoutCode(answer);
	const proof = issued ? await issued.proofFor(recipient.e164) : { phoneNumber: recipient.e164 };
	return { ...call, ...proof };
}

/** `POST /voice-otp/` (docs/providers/antbuddy.md#requests). */
export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create a call with a code',
	description: 'Call a phone number and read out a one-time code',
	properties,
	sends: true,
	execute,
};
