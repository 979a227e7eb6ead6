import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { issueCode } from '../../shared/codes/code';
import { codeOptions, ownCodeField, codeSourceField } from '../../shared/codes/codeFields';
import { optionsField } from '../../shared/fields/optionsField';
import { oneOf } from '../../shared/fields/readers';
import type { Item } from '../../shared/items/item';
import type { Operation } from '../../shared/items/operation';
import { recipientOptions } from '../../shared/panel/options';
import { outputsOf } from './callEvents';
import { callOptions, optionFields } from './options';
import { promptFields, promptsField } from './prompts';
import { callerOf, recipientsOf } from './recipients';
import { voiceField, voiceFields } from './voice';

const properties: INodeProperties[] = [
	{
		displayName: 'Caller',
		name: 'caller',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. +31 20 123 4567',
		description: 'The number that is shown on the recipient’s phone, with its country code',
	},
	{
		displayName: 'Callees',
		name: 'callees',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. +84 919 273 027, +66 81 234 5678',
		description:
			'The number to call, or several with commas between them or as an array from an expression. All of them hear the same code.',
	},
	codeSourceField(),
	ownCodeField('The code to read out character by character, up to 64 characters'),
	{
		displayName: 'Code Type',
		name: 'codeType',
		type: 'options',
		default: 'Default',
		description: 'How the characters of the code are spoken',
		options: [
			{
				name: 'Custom Audio Files',
				value: 'Custom',
				description:
					'Your own files under /spelling/{locale}/, such as 0.wav and a.wav, in lower case',
			},
			{ name: 'Default', value: 'Default', description: 'CM.com decides' },
			{ name: 'Text to Speech', value: 'TTS', description: 'The chosen voice reads them aloud' },
		],
	},
	promptsField,
	voiceField,
	optionsField([...recipientOptions('none'), ...codeOptions, ...callOptions]),
];

async function execute(item: Item): Promise<IDataObject[]> {
	const caller = callerOf(item);
	const recipients = recipientsOf(item);
	const codeTypeField = { name: 'Code Type', value: item.parameter('codeType', 'Default') };
	const codeType = oneOf(item, codeTypeField, ['Default', 'TTS', 'Custom']) ?? 'Default';
	const fields = { ...promptFields(item), ...voiceFields(item), ...optionFields(item) };

	// Recipients that an earlier try reached are not called again.
	const remaining = recipients.filter((recipient) => !item.isAccepted(recipient));
	if (remaining.length === 0) return recipients.map((recipient) => item.accepted[recipient]);
	const issued = issueCode(item);
	const answer = await item.request({
		method: 'POST',
		path: '/OTP',
		body: {
			...(remaining.length === 1 ? { callee: remaining[0] } : { callees: remaining }),
			caller,
			code: issued.code,
			'code-type': codeType,
			...fields,
		},
	});
	return await outputsOf(item, { recipients, asked: remaining, issued, answer });
}

/** `POST /OTP` (docs/providers/cm.md#request). */
export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create a call with a code',
	description: 'Call one or more phone numbers and read out a one-time code',
	properties,
	sends: true,
	execute,
};
