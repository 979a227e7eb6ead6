import type { INodeProperties } from 'n8n-workflow';
import { voice } from '../../../../nodes/VoiceOtpAdvanced/call/voice';
import { bodyOf } from '../../../../nodes/shared/fields/body';
import { failureOf } from '../../support/failure';
import { itemOf } from '../../support/item';

const bodyOfVoice = async (settings: object) =>
	bodyOf((await itemOf({ parameters: { voice: settings } as never })).item, [voice]);

const bodyWith = async (language: unknown) => await bodyOfVoice({ language });

it('sends each locale that it suggests', async () => {
	const options = voice.property.options as INodeProperties[];
	const { description } = options.find(({ name }) => name === 'language')!;
	const suggested = /such as (.*)$/.exec(description!)![1].split(', ');
	expect(suggested.length).toBeGreaterThan(20);
	for (const language of suggested)
		expect(await bodyWith(language)).toEqual({ voice: { language } });
});

it.each([
	['Gender of Voice', { gender: 'Neither' }],
	['Number of Voice', { number: 0.5 }],
	['Premium of Voice', { premium: 'perhaps' }],
	['Volume of Voice', { volume: 'loud' }],
])('names the field that cannot be used: %s', async (label, settings) => {
	const { message } = await failureOf(async () => await bodyOfVoice(settings));
	expect(message.startsWith(label)).toBe(true);
});

it.each([' nl-NL ', 'th-TH'])('sends the locale %j', async (language) => {
	expect(await bodyWith(language)).toEqual({ voice: { language: language.trim() } });
});

it.each<[unknown, string]>([
	...['en', 'en-gb', 'EN-GB', 'en-GBR', 'xen-GB', 'en_GB', 5].map((language): [unknown, string] => [
		language,
		String(language),
	]),
	['x'.repeat(21), 'x'.repeat(20)],
	[{ code: 'nl-NL' }, '{"code":"nl-NL"}'],
])('refuses %j, which is no locale', async (language, shown) => {
	expect(await failureOf(async () => await bodyWith(language))).toMatchObject({
		message: `Language of Voice is “${shown}”, which is not a five-character locale`,
		description: 'Enter a locale such as en-GB or nl-NL.',
		outcome: 'notSent',
	});
});
