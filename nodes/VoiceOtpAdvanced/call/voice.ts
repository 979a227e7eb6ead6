import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { oneOf, wholeNumber, yesOrNo } from '../../shared/fields/readers';
import type { Item } from '../../shared/items/item';
import { forMessage } from '../../shared/values';

/** Locales from an older list of CM.com; the field also accepts others (docs/providers/cm.md#voices). */
const LANGUAGES = [
	'da-DK',
	'de-DE',
	'en-GB',
	'en-IN',
	'en-US',
	'es-ES',
	'es-US',
	'fr-CA',
	'fr-FR',
	'is-IS',
	'it-IT',
	'ja-JP',
	'nb-NO',
	'nl-NL',
	'pl-PL',
	'pt-BR',
	'pt-PT',
	'ro-RO',
	'ru-RU',
	'sv-SE',
	'tr-TR',
];
const LOCALE = /^[a-z]{2}-[A-Z]{2}$/;

export const voiceField: INodeProperties = {
	displayName: 'Voice',
	name: 'voice',
	type: 'collection',
	placeholder: 'Add Voice Setting',
	default: {},
	description: 'Who reads the prompts and the code aloud',
	options: [
		{
			displayName: 'Gender',
			name: 'gender',
			type: 'options',
			default: 'Female',
			description: 'Whose voice is used',
			options: [
				{ name: 'Female', value: 'Female' },
				{ name: 'Male', value: 'Male' },
			],
		},
		{
			displayName: 'Language',
			name: 'language',
			type: 'string',
			default: 'en-GB',
			placeholder: 'e.g. nl-NL',
			description: `Five-character locale, such as ${LANGUAGES.join(', ')}`,
		},
		{
			displayName: 'Number',
			name: 'number',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 1,
			description: 'Which of the voices of this language and gender is used, starting with 1',
		},
		{
			displayName: 'Premium',
			name: 'premium',
			type: 'boolean',
			default: false,
			description: 'Whether to use premium voices, which know more languages',
			hint: 'CM.com charges more for them',
		},
		{
			displayName: 'Volume',
			name: 'volume',
			type: 'number',
			typeOptions: { minValue: -4, maxValue: 4 },
			default: 0,
			description: 'How loud the voice is, from -4 to 4',
		},
	],
};

function languageOf(item: Item, value: unknown): string | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	if (typeof value === 'string' && LOCALE.test(value.trim())) return value.trim();
	throw item.invalid(
		`Language of Voice is “${forMessage(value).slice(0, 20)}”, which is not a five-character locale`,
		'Enter a locale such as en-GB or nl-NL.',
	);
}

/** The `voice` object with the settings that the user made; empty if there are none. */
export function voiceFields(item: Item): IDataObject {
	const { language, gender, number, volume, premium } = item.parameter<IDataObject>('voice', {});
	const set = {
		language: languageOf(item, language),
		gender: oneOf(item, { name: 'Gender of Voice', value: gender }, ['Female', 'Male']),
		number: wholeNumber(item, { name: 'Number of Voice', value: number }, 1),
		volume: wholeNumber(item, { name: 'Volume of Voice', value: volume }, -4, 4),
		premium: yesOrNo(item, { name: 'Premium of Voice', value: premium }),
	};
	const entries = Object.entries(set).filter(([, value]) => value !== undefined);
	return entries.length === 0 ? {} : { voice: Object.fromEntries(entries) };
}
