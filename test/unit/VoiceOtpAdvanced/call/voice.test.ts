import { voiceField, voiceFields } from '../../../../nodes/VoiceOtpAdvanced/call/voice';
import { failureOf } from '../../support/failure';
import { itemOf } from '../../support/item';
import { shapesOf } from '../../support/shape';

const fieldsFor = async (voice?: object) =>
	voiceFields((await itemOf({ parameters: { voice } as never })).item);

it('sends the settings that were made', async () => {
	const voice = { language: ' nl-NL ', gender: 'Male', number: '2', volume: -4, premium: true };
	expect(await fieldsFor(voice)).toEqual({
		voice: { language: 'nl-NL', gender: 'Male', number: 2, volume: -4, premium: true },
	});
	expect(await fieldsFor({ volume: 4, number: 1 })).toEqual({ voice: { number: 1, volume: 4 } });
	expect(await fieldsFor({ volume: 0, premium: false })).toEqual({
		voice: { volume: 0, premium: false },
	});
	expect(await fieldsFor({ gender: 'Female' })).toStrictEqual({ voice: { gender: 'Female' } });
});

it.each([
	undefined,
	{},
	{ language: '', gender: null, number: '', volume: undefined },
	{ language: null },
])('sends no voice with %j', async (voice) => {
	expect(await fieldsFor(voice)).toEqual({});
});

it.each<[object, string, string]>([
	...['en', 'en-gb', 'EN-GB', 'en-GBR', 'xen-GB', 'en_GB', 5].map(
		(language): [object, string, string] => [
			{ language },
			`Language of Voice is “${language}”, which is not a five-character locale`,
			'Enter a locale such as en-GB or nl-NL.',
		],
	),
	[
		{ language: 'x'.repeat(21) },
		`Language of Voice is “${'x'.repeat(20)}”, which is not a five-character locale`,
		'Enter a locale such as en-GB or nl-NL.',
	],
	[
		{ language: { code: 'nl-NL' } },
		'Language of Voice is “{"code":"nl-NL"}”, which is not a five-character locale',
		'Enter a locale such as en-GB or nl-NL.',
	],
	[
		{ gender: 'Other' },
		'Gender of Voice is “Other”, which is not among its values',
		'Set Gender of Voice to one of: Female, Male.',
	],
	[
		{ number: 0 },
		'Number of Voice is “0”, which is not a whole number of 1 or more',
		'Set Number of Voice to a whole number of 1 or more.',
	],
	...[-5, 5].map((volume): [object, string, string] => [
		{ volume },
		`Volume of Voice is “${volume}”, which is not a whole number from -4 to 4`,
		'Set Volume of Voice to a whole number from -4 to 4.',
	]),
	[
		{ premium: 'x' },
		'Premium of Voice is “x”, which is neither true nor false',
		'Set Premium of Voice to true or false.',
	],
])('refuses %j', async (voice, message, description) => {
	expect(await failureOf(async () => await fieldsFor(voice))).toMatchObject({
		message,
		description,
		outcome: 'notSent',
	});
});

it('offers the settings with the limits and defaults of the document', () => {
	expect(shapesOf([voiceField])).toEqual([
		{
			name: 'voice',
			type: 'collection',
			default: {},
			fields: [
				{ name: 'gender', type: 'options', default: 'Female', values: ['Female', 'Male'] },
				{ name: 'language', type: 'string', default: 'en-GB' },
				{ name: 'number', type: 'number', default: 1, limits: [1, null] },
				{ name: 'premium', type: 'boolean', default: false },
				{ name: 'volume', type: 'number', default: 0, limits: [-4, 4] },
			],
		},
	]);
});

it('names the known languages', () => {
	const language = voiceField.options?.find(({ name }) => name === 'language');
	const description = language && 'description' in language ? language.description! : '';
	const named = description.match(/[a-z]{2}-[A-Z]{2}/g);
	expect(named?.join(' ')).toBe(
		'da-DK de-DE en-GB en-IN en-US es-ES es-US fr-CA fr-FR is-IS it-IT ja-JP nb-NO nl-NL pl-PL pt-BR pt-PT ro-RO ru-RU sv-SE tr-TR',
	);
	expect(description).toMatch(/^Five-character locale, such as da-DK, /);
});
