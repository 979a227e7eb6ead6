import type { Studio } from '../studio';

const FILE = 'phone-verification-form-voice';

/** Flow 1 on the canvas. */
export async function flow({ album, editor, host }: Studio): Promise<void> {
	await editor.page.setViewportSize({ width: 1280, height: 640 });
	await editor.openWorkflow(host.example(FILE).id);
	await editor.page.getByTestId('zoom-to-fit').click();
	await editor.settle();
	await album.add('flow-1-canvas', editor.page);
}
