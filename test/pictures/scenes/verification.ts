import { anotherCode } from '../../host/flows/support/flowTest';
import { type Look, looks } from '../../host/verification/looks';
import { activeVerification } from '../../host/verification/trigger';
import { Visitor } from '../../host/verification/visitor';
import { sheetOf } from '../sheet';
import type { Studio } from '../studio';

const PHONE = { width: 375, height: 680 };
/** The filled part of the pages that show no message about the previous step. */
const FILLED = { ...PHONE, height: 590 };

/** A visitor who has opened the page in this language and colour scheme. */
async function visitorOf({ browser, host }: Studio, url: string, look: Look) {
	const { language, colorScheme } = look;
	const window = { viewport: PHONE, deviceScaleFactor: 1, colorScheme };
	const visitor = await Visitor.enter(browser, { sandbox: host.sandbox, language, window });
	await visitor.open(`${url}?language=${language}`);
	return visitor;
}

/** Shows every page from the number to the verified number, including the one after a wrong code. */
async function* pagesOf(visitor: Visitor, number: string) {
	await visitor.type(number);
	yield 'number';
	await visitor.press(visitor.texts.sendButton);
	const code = visitor.codeFor(number.replace(/\D/g, ''));
	await visitor.type(code);
	yield 'code';
	await visitor.page.getByRole('textbox').clear();
	await visitor.submit(anotherCode(code));
	yield 'mismatch';
	await visitor.submit(code);
	yield 'done';
}

/** Pictures the pages of the trigger side by side: for README, and in each language, light and dark. */
export async function verification(studio: Studio): Promise<void> {
	const { album, browser } = studio;
	const { url } = await activeVerification(studio.host, 'pictures');
	for (const [index, look] of looks.entries()) {
		const visitor = await visitorOf(studio, url, look);
		const whole: Buffer[] = [];
		const filled: Buffer[] = [];
		for await (const page of pagesOf(visitor, `+66 81 234 567${index}`)) {
			const take = async (size: typeof PHONE) =>
				await visitor.page.screenshot({ clip: { x: 0, y: 0, ...size }, caret: 'hide' });
			whole.push(await take(PHONE));
			if (page !== 'mismatch') filled.push(await take(FILLED));
		}
		await visitor.leave();
		const sheet = async (pictures: Buffer[]) =>
			await sheetOf(browser, { ...look, pictures, width: PHONE.width });
		await album.keep(`page-${look.language}-${look.colorScheme}`, await sheet(whole));
		if (index === 0) await album.keep('page', await sheet(filled));
	}
}
