import { fieldOf } from '../../shared/fields/field';
import type { Declaration, Field } from '../../shared/fields/field';
import { collection } from '../../shared/fields/groups';
import { choice, wholeNumber, yesOrNo } from '../../shared/fields/kinds';
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

const locale = (declaration: Declaration): Field<string> =>
	fieldOf({ ...declaration, form: 'a locale as en-GB' }, (owner, label, value) => {
		if (typeof value === 'string' && LOCALE.test(value.trim())) return value.trim();
		throw owner.invalid(
			`${label} is “${forMessage(value).slice(0, 20)}”, which is not a five-character locale`,
			'Enter a locale such as en-GB or nl-NL.',
		);
	});

/** The settings of the voice, which are sent as one object. */
export const voice = collection(
	{
		displayName: 'Voice',
		name: 'voice',
		type: 'collection',
		placeholder: 'Add Voice Setting',
		default: {},
		description: 'Who reads the prompts and the code aloud',
	},
	[
		choice({
			displayName: 'Gender',
			name: 'gender',
			wire: 'voice.gender',
			label: 'Gender of Voice',
			type: 'options',
			default: 'Female',
			description: 'Whose voice is used',
			options: [
				{ name: 'Female', value: 'Female' },
				{ name: 'Male', value: 'Male' },
			],
		}),
		locale({
			displayName: 'Language',
			name: 'language',
			wire: 'voice.language',
			label: 'Language of Voice',
			type: 'string',
			default: 'en-GB',
			placeholder: 'e.g. nl-NL',
			description: `Five-character locale, such as ${LANGUAGES.join(', ')}`,
		}),
		wholeNumber({
			displayName: 'Number',
			name: 'number',
			wire: 'voice.number',
			label: 'Number of Voice',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 1,
			description: 'Which of the voices of this language and gender is used, starting with 1',
		}),
		yesOrNo({
			displayName: 'Premium',
			name: 'premium',
			wire: 'voice.premium',
			label: 'Premium of Voice',
			type: 'boolean',
			default: false,
			description: 'Whether to use premium voices, which know more languages',
			hint: 'CM.com charges more for them',
		}),
		wholeNumber({
			displayName: 'Volume',
			name: 'volume',
			wire: 'voice.volume',
			label: 'Volume of Voice',
			type: 'number',
			typeOptions: { minValue: -4, maxValue: 4 },
			default: 0,
			description: 'How loud the voice is, from -4 to 4',
		}),
	],
);
