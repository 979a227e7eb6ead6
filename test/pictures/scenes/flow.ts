import { Person } from '../../host/flows/support/browser';
import type { Studio } from '../studio';

const FILE = 'phone-verification-form-voice';
const FORM = { width: 560, height: 350 };

/** Flow 1: its canvas, and what a person sees who fills in its form. */
export async function flow({ album, browser, editor, host }: Studio): Promise<void> {
	await editor.page.setViewportSize({ width: 1280, height: 640 });
	await editor.openWorkflow(host.example(FILE).id);
	await editor.page.getByTestId('zoom-to-fit').click();
	await editor.settle();
	await album.add('flow-1-canvas', editor.page);

	const person = await Person.enter(browser, { sandboxUrl: host.sandbox.url });
	const seen = async (text: string, picture: string) => {
		await person.sees(text);
		await album.add(picture, person.page, FORM);
	};
	await person.open(`${host.n8n.url}/form/verify-phone-by-voice`);
	await seen('Verify your phone number', 'flow-1-form');
	await person.submit('Phone number', '0919 273 027');
	await seen('Enter the code', 'flow-1-code');
	await person.leave();
}
