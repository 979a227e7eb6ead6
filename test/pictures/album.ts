import { readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';

import { packageRoot } from '../host/system/paths';

const folder = path.join(packageRoot, 'docs/pictures');

/** The folder of the pictures; `close` removes the pictures that this run did not take. */
export class Album {
	private readonly taken = new Map<string, number>();

	/** Takes a picture of a page, or of one part of it. */
	async add(name: string, subject: Page | Locator, clip?: { width: number; height: number }) {
		const whole = clip && { x: 0, y: 0, ...clip };
		const png =
			'goto' in subject
				? await subject.screenshot({ clip: whole, animations: 'disabled' })
				: await subject.screenshot({ animations: 'disabled' });
		await this.keep(name, png);
	}

	/** Saves a picture. */
	async keep(name: string, png: Buffer) {
		const file = path.join(folder, `${name}.png`);
		await writeFile(file, png);
		this.taken.set(`${name}.png`, (await stat(file)).size);
		console.log(`✔ ${name}.png: ${kilobytes((await stat(file)).size)} kB`);
	}

	/** Removes the pictures that this run did not take. @returns the size of the others, in kilobytes */
	async close(): Promise<number> {
		for (const file of await readdir(folder)) {
			if (!this.taken.has(file)) await rm(path.join(folder, file));
		}
		return kilobytes([...this.taken.values()].reduce((sum, size) => sum + size, 0));
	}
}

const kilobytes = (bytes: number) => Math.round(bytes / 1024);
