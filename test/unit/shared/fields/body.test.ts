import type { IDataObject } from 'n8n-workflow';
import { bodyOf } from '../../../../nodes/shared/fields/body';
import { asTyped } from '../../../../nodes/shared/fields/field';
import { collection, fixedCollection, optionsField } from '../../../../nodes/shared/fields/groups';
import { choice, text, wholeNumber } from '../../../../nodes/shared/fields/kinds';
import { failureOf } from '../../support/failure';
import { itemOf } from '../../support/item';

const property = (name: string) =>
	({ displayName: name, name, type: 'string', default: '' }) as const;
const group = (name: string, type: 'collection' | 'fixedCollection') =>
	({ displayName: name, name, type, default: {} }) as const;

const fields = [
	text({ ...property('id'), wire: 'the-id', required: true }),
	asTyped({ ...property('number'), wire: 'number' }),
	asTyped({ ...property('several'), wire: ['one', 'more'] }),
	choice({ ...property('unsent'), options: [] }),
	text({ ...property('nested'), wire: 'outer.inner' }),
	collection(group('voice', 'collection'), [
		text({ ...property('gender'), wire: 'voice.gender' }),
		wholeNumber({ ...property('volume'), wire: 'voice.volume', typeOptions: { minValue: -4 } }),
	]),
	fixedCollection(group('prompts', 'fixedCollection'), [
		{
			displayName: 'Intro',
			name: 'intro',
			fields: [
				text({ ...property('text'), wire: 'intro' }),
				choice({
					...property('type'),
					wire: 'intro-type',
					sentWith: 'text',
					default: 'TTS',
					options: [{ name: 'File', value: 'File' }],
				}),
			],
		},
	]),
	optionsField([
		wholeNumber({ ...property('replays'), wire: 'replays' }),
		choice({ ...property('pace'), options: [] }),
	]),
];

async function sent(parameters: IDataObject, given?: Record<string, unknown>) {
	const { item, context } = await itemOf({ parameters: { id: 'x', ...parameters } });
	const read = jest.spyOn(context, 'getNodeParameter');
	return { body: bodyOf(item, fields, given), asked: read.mock.calls.map(([name]) => name) };
}
const bodyWith = async (parameters: IDataObject) => (await sent(parameters)).body;

it('sends the fields that are set, nested by the dots of their wire names', async () => {
	expect(await bodyWith({})).toEqual({ 'the-id': 'x', number: '' });
	expect(
		await bodyWith({
			number: '1',
			voice: { gender: 'Male', volume: 0 },
			options: { replays: '2', pace: 'fast' },
		}),
	).toEqual({ 'the-id': 'x', number: '1', voice: { gender: 'Male', volume: 0 }, replays: 2 });
	expect(await bodyWith({ voice: { gender: '', volume: null } })).not.toHaveProperty('voice');
});

it.each([
	[{ text: 'Hello' }, { intro: 'Hello', 'intro-type': 'TTS' }],
	[
		{ text: 'Hello', type: '' },
		{ intro: 'Hello', 'intro-type': 'TTS' },
	],
	[
		{ text: 'a.wav', type: 'File' },
		{ intro: 'a.wav', 'intro-type': 'File' },
	],
	[{ text: ' ', type: 'rubbish' }, {}],
	[{ type: 'File' }, {}],
	[undefined, {}],
])('sends the prompt %j with its type as %j', async (intro, expected) => {
	const { 'the-id': id, number, ...rest } = await bodyWith({ prompts: { intro } as IDataObject });
	expect([id, number, rest]).toEqual(['x', '', expected]);
});

it('sends the values that the operation read itself, and does not read them again', async () => {
	const { body, asked } = await sent({ number: '0919' }, { number: '+84919', nested: 'x' });
	expect(body).toEqual({ 'the-id': 'x', number: '+84919', outer: { inner: 'x' } });
	expect(asked).toEqual(['id', 'voice', 'prompts', 'options']);
});

it('sends nothing for a value that the operation does not have, nor the object around it', async () => {
	const { body } = await sent({}, { number: undefined, nested: undefined });
	expect(body).toStrictEqual({ 'the-id': 'x' });
});

it.each(['text', 1, null, ['a']])('reads a collection that is %j as empty', async (voice) => {
	expect(await bodyWith({ voice, options: voice } as IDataObject)).toEqual({
		'the-id': 'x',
		number: '',
	});
});

it('refuses a value that a field refuses', async () => {
	expect(await failureOf(async () => await bodyWith({ voice: { volume: -5 } }))).toMatchObject({
		message: 'volume is “-5”, which is not a whole number of -4 or more',
		outcome: 'notSent',
	});
});
