import { type AxeResults, source as axe } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

import type { Language } from '../../../nodes/shared/verification/page/page';
import { languages } from '../../../nodes/shared/verification/page/texts/languages';
import type { Texts } from '../../../nodes/shared/verification/page/texts/texts';
import type { Sandbox } from '../../sandbox/server';

/** The window of a phone, on which most people see the page. */
const PHONE = { viewport: { width: 375, height: 640 } };

export interface VisitorOptions {
	/** The sandbox, whose inbox is this visitor's phone. */
	sandbox: Sandbox;
	language?: Language;
	/** The settings of this visitor's browser, such as dark colours. */
	window?: BrowserContextOptions;
}

/**
 * The violations of WCAG 2.2 AA or good practice on a page: everything that axe finds, and content that is wider than
 * the window.
 */
export async function violationsIn(page: Page): Promise<string[]> {
	await page.evaluate(axe);
	const { violations } = await page.evaluate<AxeResults>(
		"axe.run({ rules: { 'target-size': { enabled: true } } })",
	);
	const found = violations.map(
		({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
	);
	const isTooWide = await page.evaluate(
		() => document.documentElement.scrollWidth > window.innerWidth,
	);
	return isTooWide ? [...found, 'reflow: the page is wider than its window'] : found;
}

/** A person who verifies a phone number on the trigger's page, in a browser window of their own. */
export class Visitor {
	private constructor(
		readonly page: Page,
		readonly texts: Texts,
		private readonly sandbox: Sandbox,
	) {}

	static async enter(
		browser: Browser,
		{ sandbox, language = 'en', window }: VisitorOptions,
	): Promise<Visitor> {
		// No request is intercepted: Playwright would then turn off the cache, from which Back shows pages.
		const page = await browser.newPage({ ...PHONE, ...window });
		page.setDefaultTimeout(60_000);
		return new Visitor(page, languages[language], sandbox);
	}

	async open(url: string): Promise<void> {
		await this.page.goto(url);
	}

	/** Types into the field that the page has focused. */
	async type(text: string): Promise<void> {
		await this.page.locator('input:focus').waitFor();
		await this.page.keyboard.type(text);
	}

	/** Types into the focused field, and presses Enter. */
	async submit(text: string): Promise<void> {
		await this.type(text);
		await this.next(async () => await this.page.keyboard.press('Enter'));
	}

	async press(label: string): Promise<void> {
		const button = this.page.getByRole('button', { name: label, exact: true });
		await this.next(async () => await button.click());
	}

	/** Does something that opens another page, and waits for that page. */
	async next(act: () => Promise<unknown>): Promise<void> {
		await Promise.all([this.page.waitForEvent('load'), act()]);
	}

	async heading(): Promise<string> {
		return await this.page.getByRole('heading', { level: 1 }).innerText();
	}

	/** The page's message about the previous step; undefined if there is none. */
	async message(): Promise<string | undefined> {
		const [message] = await this.page.getByRole('alert').allInnerTexts();
		return message;
	}

	/** The newest code for the number that ends with these digits. */
	codeFor(digits: string): string {
		return this.sandbox.state.inbox.find(({ to }) => to.endsWith(digits))!.code;
	}

	async violations(): Promise<string[]> {
		return await violationsIn(this.page);
	}

	async leave(): Promise<void> {
		await this.page.close();
	}
}
