import { loadExamples } from '../../host/flows/support/examples';
import type { Studio } from '../studio';

/** Every example workflow on its canvas. */
export async function examples({ album, editor, host }: Studio): Promise<void> {
	await editor.page.setViewportSize({ width: 1280, height: 640 });
	for (const { file } of loadExamples()) {
		await editor.openWorkflow(host.example(file).id);
		await editor.page.getByTestId('zoom-to-fit').click();
		await editor.settle();
		await album.add(`example-${file}`, editor.page);
	}
}
