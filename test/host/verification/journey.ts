import { anotherCode } from '../flows/support/flowTest';
import type { Look } from './looks';
import type { Reception } from './reception';

export function journey(reception: Reception, { language, colorScheme }: Look): void {
	it('leads to the verified number, and axe finds no violation on any page', async () => {
		const { visitor, typed, digits } = await reception.welcome({
			language,
			window: { colorScheme },
		});
		const { messages, ...texts } = visitor.texts;
		const shows = async (heading: string, message?: string) => {
			expect([await visitor.heading(), await visitor.message()]).toEqual([heading, message]);
			expect(await visitor.violations()).toEqual([]);
		};
		await shows(texts.title);
		await visitor.submit('12345');
		await shows(texts.title, messages.invalidNumber({}));
		await visitor.page.keyboard.press('ControlOrMeta+a');
		await visitor.type(typed);
		await visitor.press(texts.sendButton);
		await shows(texts.codeTitle);
		const code = visitor.codeFor(digits);
		await visitor.submit('');
		await shows(texts.codeTitle, messages.emptyCode({}));
		await visitor.submit(anotherCode(code));
		await shows(texts.codeTitle, messages.mismatch({ attemptsLeft: 2 }));
		await visitor.submit(code);
		await shows(texts.doneTitle);
		expect(reception.sentTo(digits)).toBe(1);
		expect(await reception.verified(digits)).toMatchObject([
			{ verified: true, attempts: 2, reference: 'order 7', channel: 'text' },
		]);
	});
}
