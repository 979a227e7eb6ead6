import type { Studio } from '../studio';
import { panelNodes, panelsWorkflow } from '../panelNodes';

/** The panel of each node, with a window high enough for every field that is filled in. */
const PANELS = [
	{ picture: 'antbuddy-panel', node: panelNodes.antBuddy, height: 760 },
	{ picture: 'ants-panel', node: panelNodes.ants, height: 700 },
	{ picture: 'voice-advanced-panel', node: panelNodes.voiceAdvanced, height: 1340 },
	{ picture: 'ants-trigger-panel', node: panelNodes.antsTrigger, height: 600 },
	{ picture: 'voice-advanced-trigger-panel', node: panelNodes.voiceAdvancedTrigger, height: 600 },
	{ picture: 'verification-panel', node: panelNodes.verificationTrigger, height: 1100 },
];

export async function panels({ album, editor, host }: Studio): Promise<void> {
	const { credentials, otcId } = host.setup;
	const { id } = await host.client.workflows.put(panelsWorkflow(credentials, otcId));
	await editor.openWorkflow(id);
	const take = async (picture: string, node: string, height: number) => {
		await editor.page.setViewportSize({ width: 1160, height });
		const panel = await editor.openPanel(node);
		const urls = panel.getByText('Webhook URLs');
		if (await urls.isVisible()) {
			await urls.click();
			await panel.getByText('Production URL', { exact: true }).click();
		}
		await editor.settle();
		await album.add(picture, editor.page);
		await editor.closePanel();
	};
	for (const { picture, node, height } of PANELS) await take(picture, node, height);

	await editor.page.emulateMedia({ colorScheme: 'dark' });
	await take('dark-panel', panelNodes.ants, 680);
	await editor.page.emulateMedia({ colorScheme: 'light' });

	await editor.page.setViewportSize({ width: 1100, height: 620 });
	await editor.page.getByTestId('zoom-to-fit').click();
	await editor.search('otp');
	await editor.page.getByText(panelNodes.voiceAdvanced).last().waitFor();
	await editor.settle();
	await album.add('nodes-panel-search', editor.page);
}
