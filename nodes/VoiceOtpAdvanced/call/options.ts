import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { oneOf, textUpTo, webAddress, wholeNumber, yesOrNo } from '../../shared/fields/readers';
import type { Item } from '../../shared/items/item';

const VOICEMAIL = ['Ignore', 'Restart', 'Stop'];

/** The optional fields of a call, as the panel shows them. */
export const callOptions: INodeProperties[] = [
	{
		displayName: 'Anonymous',
		name: 'anonymous',
		type: 'boolean',
		default: false,
		description: 'Whether to hide the caller’s number from the called person',
	},
	{
		displayName: 'Auto Replay',
		name: 'autoReplay',
		type: 'boolean',
		default: false,
		description: 'Whether to replay the code without the called person pressing 1',
	},
	{
		displayName: 'Callback URL',
		name: 'callbackUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $execution.resumeUrl }}',
		description:
			'The address that is told how the call ended: that of a Voice OTP Advanced Trigger, or {{ $execution.resumeUrl }} with a Wait node right after this node',
	},
	{
		displayName: 'Disable Callees Validation',
		name: 'disableCalleesValidation',
		type: 'boolean',
		default: false,
		description: 'Whether to pass over invalid recipients instead of refusing all of them',
		hint: 'A recipient that is passed over is not called and has no output item',
	},
	{
		displayName: 'Instruction ID',
		name: 'instructionId',
		type: 'string',
		default: '',
		placeholder: 'e.g. order-1234',
		description:
			'A text of up to 64 characters that comes back in the callback and in the call record',
	},
	{
		displayName: 'Max Replays',
		name: 'maxReplays',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 3 },
		default: 0,
		description: 'How many times the code can be replayed, from 0 to 3',
	},
	{
		displayName: 'Max Ringing Timeout (Seconds)',
		name: 'maxRingingTimeout',
		type: 'number',
		typeOptions: { minValue: 10, maxValue: 60 },
		default: 60,
		description: 'How long to wait for the person to answer, from 10 to 60',
	},
	{
		displayName: 'Voicemail Response',
		name: 'voicemailResponse',
		type: 'options',
		default: 'Ignore',
		description:
			'What to do when a voicemail answers. CM.com says that detection is not available for OTP calls.',
		options: [
			{ name: 'Ignore', value: 'Ignore' },
			{ name: 'Restart', value: 'Restart' },
			{ name: 'Stop', value: 'Stop' },
		],
	},
];

/** The optional fields that were set, under their wire names. */
export function optionFields(item: Item): IDataObject {
	const { options } = item;
	const field = (name: string, option: string) => ({ name, value: options[option] });
	const fields = {
		'instruction-id': textUpTo(item, field('Instruction ID', 'instructionId'), 64),
		anonymous: yesOrNo(item, field('Anonymous', 'anonymous')),
		'disable-callees-validation': yesOrNo(
			item,
			field('Disable Callees Validation', 'disableCalleesValidation'),
		),
		'callback-url': webAddress(item, field('Callback URL', 'callbackUrl')),
		'max-ringing-timeout': wholeNumber(
			item,
			field('Max Ringing Timeout', 'maxRingingTimeout'),
			10,
			60,
		),
		'max-replays': wholeNumber(item, field('Max Replays', 'maxReplays'), 0, 3),
		'auto-replay': yesOrNo(item, field('Auto Replay', 'autoReplay')),
		'voicemail-response': oneOf(item, field('Voicemail Response', 'voicemailResponse'), VOICEMAIL),
	};
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
