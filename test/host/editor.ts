import { type Browser, type Locator, type Page, selectors } from 'playwright-core';

import type { Owner } from './n8nClient';

// The attribute in which n8n's editor names its elements.
selectors.setTestIdAttribute('data-test-id');

const SLOWEST_PAGE_MS = 180_000;

export interface EditorOptions {
	/** The address of n8n, without a slash at the end. */
	url: string;
	owner: Owner;
	/** The number of screenshot pixels for one CSS pixel. */
	scale?: number;
}

/** A person in n8n's editor, in a browser window of their own. */
export class Editor {
	private constructor(
		readonly page: Page,
		private readonly url: string,
	) {}

	/** Signs in on n8n's own page. */
	static async enter(browser: Browser, { url, owner, scale = 1 }: EditorOptions): Promise<Editor> {
		const context = await browser.newContext({
			viewport: { width: 1280, height: 800 },
			deviceScaleFactor: scale,
			colorScheme: 'light',
			reducedMotion: 'reduce',
			locale: 'en-US',
		});
		// The editor fetches news and templates from the internet; a test must not.
		await context.route(
			({ hostname }) => hostname !== '127.0.0.1',
			async (route) => await route.abort(),
		);
		const page = await context.newPage();
		page.setDefaultTimeout(SLOWEST_PAGE_MS);
		const editor = new Editor(page, url);
		await editor.open('/signin');
		await page.getByLabel('Email').fill(owner.email);
		await page.getByLabel('Password').fill(owner.password);
		await page.getByRole('button', { name: 'Sign in' }).click();
		// n8n redirects after the sign-in; a page that was opened before would be replaced.
		await page.waitForURL(({ pathname }) => pathname.startsWith('/home'));
		await page.getByTestId('universal-add').waitFor();
		return editor;
	}

	/** Opens a page of n8n by its path. */
	async open(path: string): Promise<void> {
		await this.page.goto(this.url + path, { waitUntil: 'commit', timeout: SLOWEST_PAGE_MS });
	}

	/** Opens a workflow and waits until its nodes are drawn. */
	async openWorkflow(id: string): Promise<void> {
		await this.open(`/workflow/${id}`);
		await this.page.getByTestId('canvas-node').first().waitFor();
		await this.closeChecklist();
	}

	/** A node on the canvas, by its name. */
	node(name: string): Locator {
		return this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
	}

	/** Opens a node's panel. @returns the panel */
	async openPanel(name: string): Promise<Locator> {
		await this.node(name).dblclick();
		const panel = this.page.getByTestId('ndv');
		await panel.getByTestId('parameter-item').first().waitFor();
		return panel;
	}

	async closePanel(): Promise<void> {
		await this.page.getByTestId('ndv-close-button').click();
		await this.page.getByTestId('ndv').waitFor({ state: 'hidden' });
	}

	async search(words: string): Promise<void> {
		const bar = this.page.getByTestId('node-creator-search-bar');
		if (!(await bar.isVisible())) {
			await this.page.getByTestId('node-creator-plus-button').click();
		}
		await bar.fill(words);
	}

	/** The names in the nodes panel, from top to bottom. */
	async found(): Promise<string[]> {
		const items = await this.page.getByTestId('item-iterator-item').allInnerTexts();
		return items.map((text) => text.split('\n')[0]);
	}

	/** Waits until the page has loaded its fonts and nothing moves any more. */
	async settle(): Promise<void> {
		await this.page.evaluate(async () => await document.fonts.ready);
		await this.page.waitForLoadState('networkidle');
		await this.page.waitForTimeout(500);
	}

	async leave(): Promise<void> {
		await this.page.context().close();
	}

	// n8n covers every published workflow with a list of suggested actions.
	private async closeChecklist(): Promise<void> {
		const close = this.page.getByTestId('suggested-actions-close');
		await close.click({ timeout: 5_000 }).catch(() => {});
	}
}
