import { existsSync } from 'node:fs';
import path from 'node:path';
import {
	type Browser,
	type BrowserContext,
	chromium,
	type Locator,
	type Page,
} from 'playwright-core';

const ARGUMENTS = [
	'--headless',
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** Starts the Chromium of this machine. @throws when there is none in PATH */
export async function openBrowser(): Promise<Browser> {
	const executablePath = ['chromium', 'chromium-browser', 'google-chrome']
		.flatMap((name) =>
			(process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, name)),
		)
		.find((file) => existsSync(file));
	if (!executablePath) {
		throw new Error('Chromium is not installed: on Debian, apt-get install chromium');
	}
	return await chromium.launch({ executablePath, args: ARGUMENTS });
}

export interface PersonOptions {
	/** The address of the sandbox, whose inbox page is this person's phone. */
	sandboxUrl: string;
	/** The login for a form with Basic Auth. */
	login?: { username: string; password: string };
}

/** A person who fills in a form or the page of the Phone Verification Trigger, and reads the phone in another tab. */
export class Person {
	private constructor(
		private readonly context: BrowserContext,
		readonly page: Page,
		private readonly sandboxUrl: string,
	) {}

	/** Opens a browser window of their own, without the cookies of others. */
	static async enter(browser: Browser, { sandboxUrl, login }: PersonOptions): Promise<Person> {
		const context = await browser.newContext({
			viewport: { width: 560, height: 420 },
			deviceScaleFactor: 2,
			httpCredentials: login,
		});
		context.setDefaultTimeout(60_000);
		// n8n's pages fetch fonts from the internet; a test must not.
		await context.route(
			({ hostname }) => hostname !== '127.0.0.1',
			async (route) => await route.abort(),
		);
		return new Person(context, await context.newPage(), sandboxUrl);
	}

	async open(url: string): Promise<void> {
		await this.page.goto(url);
	}

	/** Fills in a field and presses the page's button. */
	async submit(label: string, text: string): Promise<void> {
		await this.page.getByLabel(label, { exact: true }).fill(text);
		await this.press();
	}

	/** Chooses a radio button and presses the page's button. */
	async choose(label: string): Promise<void> {
		await this.page.getByLabel(label, { exact: true }).check();
		await this.press();
	}

	async press(): Promise<void> {
		await this.pressAt(this.page.locator('#submit-btn'));
	}

	/** Presses the button with this label. */
	async pressNamed(name: string): Promise<void> {
		await this.pressAt(this.page.getByRole('button', { name, exact: true }));
	}

	private async pressAt(button: Locator): Promise<void> {
		await this.page.evaluate(() => document.body.setAttribute('data-left', ''));
		await button.click();
	}

	/**
	 * Waits until the next page shows a text; the previous page does not count, because it may show the same text.
	 *
	 * @returns the whole text of the page
	 */
	async sees(text: string, timeoutMs = 60_000): Promise<string> {
		const body = this.page.locator('body:not([data-left])');
		await body.getByText(text).first().waitFor({ timeout: timeoutMs });
		return await body.innerText();
	}

	/** Reads the inbox page. @returns the newest code for the number that ends with these digits */
	async readCode(to: string): Promise<string> {
		const phone = await this.context.newPage();
		await phone.goto(`${this.sandboxUrl}/?to=${to}`);
		const code = await phone.locator('.entry .code').first().innerText();
		await phone.close();
		return code;
	}

	async leave(): Promise<void> {
		await this.context.close();
	}
}
