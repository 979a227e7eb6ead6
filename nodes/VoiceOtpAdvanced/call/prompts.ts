import { fixedCollection } from '../../shared/fields/groups';
import { choice, text } from '../../shared/fields/kinds';

/** Characters, as documented for CM.com's sibling app (docs/providers/cm.md#request). */
const LONGEST_PROMPT = 750;

const PROMPTS = [
	{
		name: 'introPrompt',
		displayName: 'Intro Prompt',
		wire: 'intro-prompt',
		when: 'when the call is answered',
	},
	{
		name: 'codePrompt',
		displayName: 'Code Prompt',
		wire: 'code-prompt',
		when: 'before the code, also when it is replayed',
	},
	{
		name: 'replayPrompt',
		displayName: 'Replay Prompt',
		wire: 'replay-prompt',
		when: 'to say that pressing 1 replays the code',
	},
	{
		name: 'outroPrompt',
		displayName: 'Outro Prompt',
		wire: 'outro-prompt',
		when: 'at the end of the call',
	},
];

/**
 * The four prompts. Those that have a text are sent with their type, because CM.com's documents disagree on the default
 * type.
 */
export const prompts = fixedCollection(
	{
		displayName: 'Prompts',
		name: 'prompts',
		type: 'fixedCollection',
		placeholder: 'Add Prompt',
		default: {},
		description: 'What the called person hears around the code',
	},
	PROMPTS.map(({ name, displayName, wire, when }) => ({
		displayName,
		name,
		fields: [
			text({
				displayName: 'Text',
				name: 'text',
				wire,
				maxLength: LONGEST_PROMPT,
				label: displayName,
				type: 'string',
				default: '',
				placeholder: 'e.g. Welcome. Your code is',
				description: `What is played ${when}, up to ${LONGEST_PROMPT} characters: text, SSML, or the path of an audio file`,
			}),
			choice({
				displayName: 'Type',
				name: 'type',
				wire: `${wire}-type`,
				sentWith: 'text',
				label: `Type of ${displayName}`,
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
			}),
		],
	})),
);
