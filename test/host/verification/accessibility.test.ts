import type { Browser } from 'playwright-core';

import { pageOf, type PageView } from '../../../nodes/shared/verification/page/page';
import { languages } from '../../../nodes/shared/verification/page/texts/languages';
import { codeView, numberView } from '../../unit/shared/verification/page/views';
import { openBrowser } from '../flows/support/browser';
import { looks } from './looks';
import { violationsIn } from './visitor';

type Message = NonNullable<PageView['message']>;

const keys = Object.keys(languages.en.messages) as Array<Message['key']>;
const saying = (view: PageView, key: Message['key']): PageView => ({
	...view,
	message: { key, seconds: 5400, attemptsLeft: 2 },
});
const closed: PageView = { ...codeView, step: 'closed' };
const views: PageView[] = [
	numberView,
	saying(numberView, 'invalidNumber'),
	{ ...codeView, otherChannel: 'call', resendAfter: 58 },
	{ ...codeView, channel: 'call', otherChannel: 'text' },
	...keys.map((key) => saying(codeView, key)),
	saying(closed, 'tooManySends'),
	saying(closed, 'alreadyVerified'),
	{ ...codeView, step: 'done' },
];

let browser: Browser;
beforeAll(async () => {
	browser = await openBrowser();
});
afterAll(async () => await browser?.close());

it.each(looks)('axe finds no violation on any page in $language, $colorScheme', async (look) => {
	const { language, colorScheme } = look;
	// The narrowest window that WCAG 2.2 asks for (1.4.10 Reflow).
	const page = await browser.newPage({ viewport: { width: 320, height: 640 }, colorScheme });
	for (const view of views) {
		await page.setContent(pageOf({ ...view, language }));
		expect([view, await violationsIn(page)]).toEqual([view, []]);
	}
	await page.close();
});
