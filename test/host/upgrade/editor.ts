import type { Browser, Page } from 'playwright-core';

import { owner } from '../owner';

/** n8n's editor is large, and the machine may be busy. */
const PATIENCE_MS = 150_000;

/** Signs in to n8n's editor as the owner, in a browser window of its own. */
export async function openEditor(browser: Browser, url: string): Promise<Page> {
	const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
	context.setDefaultTimeout(PATIENCE_MS);
	// The editor fetches fonts and lists from the internet; a test must not.
	await context.route(
		({ hostname }) => hostname !== '127.0.0.1',
		async (route) => await route.abort(),
	);
	const page = await context.newPage();
	await page.goto(`${url}/signin`, { waitUntil: 'commit' });
	await page.getByLabel('Email').fill(owner.email);
	await page.getByLabel('Password').fill(owner.password);
	await page.getByRole('button', { name: 'Sign in' }).click();
	await page.waitForURL(({ pathname }) => pathname !== '/signin', { waitUntil: 'commit' });
	return page;
}

/** Installs a package in Settings → Community nodes, with the clicks that README describes. */
export async function installByClicking(page: Page, url: string, name: string): Promise<void> {
	await page.goto(`${url}/settings`, { waitUntil: 'commit' });
	await page.getByText('Community nodes', { exact: true }).first().click();
	await page.getByRole('button', { name: 'Install a community node' }).click();
	const dialog = page.getByRole('dialog').filter({ hasText: 'Install community nodes' });
	await dialog.getByText('npm Package Name').waitFor();
	await dialog.getByRole('textbox').fill(name);
	await dialog.getByText('I understand the risks').click();
	await dialog.getByRole('button', { name: 'Install', exact: true }).click();
	await dialog.waitFor({ state: 'hidden' });
	await page.getByText(name, { exact: true }).first().waitFor();
}

/** Searches the nodes panel of a new workflow. @returns the names of the nodes that it shows */
export async function searchNodes(page: Page, url: string, words: string): Promise<string[]> {
	await page.goto(`${url}/workflow/new`, { waitUntil: 'commit' });
	await page.getByText('Add first step').waitFor();
	await page.locator('[data-test-id="node-creator-plus-button"]').click();
	await page.locator('[data-test-id="node-creator-search-bar"]').fill(words);
	const names = page.locator('[data-test-id="node-creator-item-name"]');
	await names.filter({ hasText: words }).first().waitFor();
	return await names.allInnerTexts();
}
