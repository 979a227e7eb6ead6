import { promptFields, promptsField } from '../../../../nodes/VoiceOtpAdvanced/call/prompts';
import { failureOf } from '../../support/failure';
import { itemOf } from '../../support/item';
import { shapesOf } from '../../support/shape';

const fieldsFor = async (prompts?: object) =>
	promptFields((await itemOf({ parameters: { prompts } as never })).item);

/** Where a prompt is set, what it is called, and what it is called in the document. */
const PROMPTS = [
	['introPrompt', 'Intro Prompt', 'intro-prompt', 'when the call is answered'],
	['codePrompt', 'Code Prompt', 'code-prompt', 'before the code, also when it is replayed'],
	['replayPrompt', 'Replay Prompt', 'replay-prompt', 'to say that pressing 1 replays the code'],
	['outroPrompt', 'Outro Prompt', 'outro-prompt', 'at the end of the call'],
] as const;

describe.each(PROMPTS)('%s', (name, label, wire) => {
	it.each(['TTS', 'TTS_SSML', 'File'])('is sent with its type %s', async (type) => {
		expect(await fieldsFor({ [name]: { text: ' Hello ', type } })).toEqual({
			[wire]: 'Hello',
			[`${wire}-type`]: type,
		});
	});

	it('is text unless another type is given', async () => {
		const text = 'x'.repeat(750);
		const expected = { [wire]: text, [`${wire}-type`]: 'TTS' };
		expect(await fieldsFor({ [name]: { text } })).toEqual(expected);
		expect(await fieldsFor({ [name]: { text, type: '' } })).toEqual(expected);
	});

	it.each([{}, { text: '', type: 'File' }, { text: ' ', type: 'rubbish' }, undefined])(
		'is not sent with %j',
		async (prompt) => {
			expect(await fieldsFor({ [name]: prompt })).toEqual({});
		},
	);

	it.each([
		[{ text: 'x'.repeat(751) }, `${label} is 751 characters long; at most 750 are possible`],
		[{ text: 'x', type: 'tts' }, `Type of ${label} is “tts”, which is not among its values`],
	])('is refused where it cannot be sent', async (prompt, message) => {
		const { message: words } = await failureOf(async () => await fieldsFor({ [name]: prompt }));
		expect(words).toBe(message);
	});
});

it('sends all four together, and none where a workflow has none', async () => {
	const all = Object.fromEntries(PROMPTS.map(([name]) => [name, { text: name }]));
	expect(Object.keys(await fieldsFor(all))).toHaveLength(8);
	expect(await fieldsFor()).toEqual({});
});

it('offers each with a text and its type', () => {
	const fields = [
		{ name: 'text', type: 'string', default: '' },
		{ name: 'type', type: 'options', default: 'TTS', values: ['File', 'TTS_SSML', 'TTS'] },
	];
	expect(shapesOf([promptsField])).toEqual([
		{
			name: 'prompts',
			type: 'fixedCollection',
			default: {},
			fields: PROMPTS.map(([name]) => ({ name, type: 'group', fields })),
		},
	]);
});

it('says when each is played', () => {
	const groups = promptsField.options as Array<{
		displayName: string;
		values: Array<{ description: string }>;
	}>;
	expect(groups.map(({ displayName, values }) => [displayName, values[0].description])).toEqual(
		PROMPTS.map(([, label, , when]) => [
			label,
			`What is played ${when}, up to 750 characters: text, SSML, or the path of an audio file`,
		]),
	);
});
