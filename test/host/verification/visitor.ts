import { type AxeResults, source as axe } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

import type { Language } from '../../../nodes/shared/verification/page/page';
import { languages } from '../../../nodes/shared/verification/page/texts/languages';
import type { Texts } from '../../../nodes/shared/verification/page/texts/texts';
import type { Sandbox } from '../../sandbox/server';

/** A phone's window, as most people see the page. */
const PHONE = { viewport: { width: 375, height: 640 } };

export interface VisitorOptions {
	/** Its inbox is this visitor's phone. */
	sandbox: Sandbox;
	language?: Language;
	/** What is special about this visitor's browser, such as dark colours. */
	window?: BrowserContextOptions;
}

/**
 * What a page does not do that WCAG 2.2 AA or good practice asks for: what axe finds, and text that a person would have
 * to scroll sideways for.
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

/** Somebody who verifies a phone number on the trigger's page, in a browser window of their own. */
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
		// Nothing is routed: Playwright would turn off the cache, which Back shows pages from.
		const page = await browser.newPage({ ...PHONE, ...window });
		page.setDefaultTimeout(60_000);
		return new Visitor(page, languages[language], sandbox);
	}

	async open(url: string): Promise<void> {
		await this.page.goto(url);
	}

	/** Types into the field that has the focus, which nobody had to click. */
	async type(text: string): Promise<void> {
		await this.page.locator('input:focus').waitFor();
		await this.page.keyboard.type(text);
	}

	/** Types and presses Enter. */
	async submit(text: string): Promise<void> {
		await this.type(text);
		await this.next(async () => await this.page.keyboard.press('Enter'));
	}

	/** Presses a button of the page. */
	async press(label: string): Promise<void> {
		const button = this.page.getByRole('button', { name: label, exact: true });
		await this.next(async () => await button.click());
	}

	/** Does something that leads to another page, and waits for that page. */
	async next(act: () => Promise<unknown>): Promise<void> {
		await Promise.all([this.page.waitForEvent('load'), act()]);
	}

	async heading(): Promise<string> {
		return await this.page.getByRole('heading', { level: 1 }).innerText();
	}

	/** What the page says about the step before; undefined where it says nothing. */
	async message(): Promise<string | undefined> {
		const [message] = await this.page.getByRole('alert').allInnerTexts();
		return message;
	}

	/** @returns the newest code that came to a number, given by its digits */
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
