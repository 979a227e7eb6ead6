import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { oneOf, textUpTo } from '../../shared/fields/readers';
import type { Item } from '../../shared/items/item';

/** Characters, as documented for CM.com's sibling app (docs/providers/cm.md#request). */
const LONGEST_PROMPT = 750;
const TYPES = ['TTS', 'TTS_SSML', 'File'];

const PROMPTS = [
	{
		name: 'introPrompt',
		label: 'Intro Prompt',
		wire: 'intro-prompt',
		when: 'when the call is answered',
	},
	{
		name: 'codePrompt',
		label: 'Code Prompt',
		wire: 'code-prompt',
		when: 'before the code, also when it is replayed',
	},
	{
		name: 'replayPrompt',
		label: 'Replay Prompt',
		wire: 'replay-prompt',
		when: 'to say that pressing 1 replays the code',
	},
	{
		name: 'outroPrompt',
		label: 'Outro Prompt',
		wire: 'outro-prompt',
		when: 'at the end of the call',
	},
];

/** The four prompts, each with the type that tells text from a file. */
export const promptsField: INodeProperties = {
	displayName: 'Prompts',
	name: 'prompts',
	type: 'fixedCollection',
	placeholder: 'Add Prompt',
	default: {},
	description: 'What the called person hears around the code',
	options: PROMPTS.map(({ name, label, when }) => ({
		displayName: label,
		name,
		values: [
			{
				displayName: 'Text',
				name: 'text',
				type: 'string',
				default: '',
				placeholder: 'e.g. Welcome. Your code is',
				description: `What is played ${when}, up to ${LONGEST_PROMPT} characters: text, SSML, or the path of an audio file`,
			},
			{
				displayName: 'Type',
				name: 'type',
				type: 'options',
				default: 'TTS',
				description: 'What the text above is',
				options: [
					{
						name: 'Audio File',
						value: 'File',
						description: 'Path of a file in CM.com’s Voice Audio Manager',
					},
					{ name: 'SSML', value: 'TTS_SSML', description: 'Speech markup that is read aloud' },
					{ name: 'Text', value: 'TTS', description: 'Text that is read aloud' },
				],
			},
		],
	})),
};

/**
 * The prompts that have a text, under their wire names. Each is sent with its type, because CM.com's documents
 * disagree on the default type.
 */
export function promptFields(item: Item): IDataObject {
	const prompts = item.parameter<Record<string, IDataObject | undefined>>('prompts', {});
	return Object.assign(
		{},
		...PROMPTS.map(({ name, label, wire }) => {
			const { text, type } = prompts[name] ?? {};
			const prompt = textUpTo(item, { name: label, value: text }, LONGEST_PROMPT);
			if (prompt === undefined) return {};
			const field = { name: `Type of ${label}`, value: type };
			return { [wire]: prompt, [`${wire}-type`]: oneOf(item, field, TYPES) ?? 'TTS' };
		}),
	) as IDataObject;
}
