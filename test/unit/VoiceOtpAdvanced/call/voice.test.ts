import { voice } from '../../../../nodes/VoiceOtpAdvanced/call/voice';
import { bodyOf } from '../../../../nodes/shared/fields/body';
import { failureOf } from '../../support/failure';
import { itemOf } from '../../support/item';

const bodyWith = async (language: unknown) =>
	bodyOf((await itemOf({ parameters: { voice: { language } } as never })).item, [voice]);

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
