import type { Browser } from 'playwright-core';

export interface SheetOptions {
	/** PNG files, shown from left to right. */
	pictures: Buffer[];
	/** The width of each picture, in CSS pixels. */
	width: number;
	colorScheme: 'light' | 'dark';
}

/** Joins several pictures into one, side by side. */
export async function sheetOf(
	browser: Browser,
	{ pictures, width, colorScheme }: SheetOptions,
): Promise<Buffer> {
	const page = await browser.newPage({ viewport: { width: 10, height: 10 } });
	const images = pictures.map(
		(picture) => `<img width="${width}" src="data:image/png;base64,${picture.toString('base64')}">`,
	);
	const [table, edge] = colorScheme === 'dark' ? ['#0c1017', '#2a3343'] : ['#eef1f6', '#dfe4ec'];
	await page.setContent(`<style>
		body { margin: 0; }
		main { display: inline-flex; gap: 20px; padding: 20px; background: ${table}; }
		img { border: 1px solid ${edge}; border-radius: 24px; }
	</style><main>${images.join('')}</main>`);
	const sheet = await page.locator('main').screenshot();
	await page.close();
	return sheet;
}
