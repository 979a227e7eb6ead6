import { demoWorkflows, loadWorkflow } from '../../host/demo/workflows';
import type { Studio } from '../studio';

/** The output of a demo workflow's execution, and the inbox in which the codes arrived. */
export async function execution({ album, browser, editor, host }: Studio): Promise<void> {
	const { client, sandbox, setup } = host;
	const run = async (file: string) => {
		const workflow = await loadWorkflow(file, sandbox, setup.credentials);
		const { id } = await client.workflows.put(workflow);
		return id;
	};
	await editor.page.setViewportSize({ width: 1400, height: 720 });
	await editor.openWorkflow(await run(demoWorkflows.voiceCall));
	await editor.page.getByTestId('execute-workflow-button').click();
	await editor.page.getByTestId('canvas-node-status-success').nth(2).waitFor();
	await editor.openPanel('Call');
	const output = editor.page.getByTestId('output-panel');
	await output.getByTestId('radio-button-json').click();
	await editor.settle();
	await album.add('execution-output', editor.page);

	await editor.openWorkflow(await run(demoWorkflows.smsCode));
	await editor.page.getByTestId('execute-workflow-button').click();
	await editor.page.getByTestId('canvas-node-status-success').nth(2).waitFor();
	const page = await browser.newPage({
		viewport: { width: 720, height: 455 },
		deviceScaleFactor: 1.5,
	});
	await page.goto(sandbox.url);
	await page.locator('.entry').nth(1).waitFor();
	await album.add('inbox', page);
	await page.close();
}
