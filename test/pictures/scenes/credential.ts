import type { Studio } from '../studio';

/** A credential whose test has passed; n8n runs the test when the credential is opened. */
export async function credential({ album, editor, host }: Studio): Promise<void> {
	const { id } = host.setup.credentials.find(({ type }) => type === 'antBuddyApi')!;
	await editor.page.setViewportSize({ width: 1160, height: 900 });
	await editor.open(`/home/credentials/${id}`);
	await editor.page.getByText('Connection tested successfully').waitFor();
	await editor.settle();
	await album.add('credential-test', editor.page.getByTestId('editCredential-modal'));
}
