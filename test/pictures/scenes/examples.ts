import { readdir } from 'node:fs/promises';
import path from 'node:path';

import { packageRoot } from '../../host/system/paths';
import type { Studio } from '../studio';

/** Every example workflow on its canvas. */
export async function examples({ album, editor, host }: Studio): Promise<void> {
	await editor.page.setViewportSize({ width: 1280, height: 640 });
	for (const file of await readdir(path.join(packageRoot, 'examples'))) {
		const { name } = path.parse(file);
		await editor.openWorkflow(host.example(name).id);
		await editor.page.getByTestId('zoom-to-fit').click();
		await editor.settle();
		await album.add(`example-${name}`, editor.page);
	}
}
