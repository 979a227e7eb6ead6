import path from 'node:path';

import { Editor } from '../host/editor';
import { openBrowser } from '../host/flows/support/browser';
import { openFlowHost } from '../host/flows/support/flowHost';
import { owner } from '../host/owner';
import { type ProgramLife, runProgram } from '../host/program';
import { runCommand } from '../host/system/command';
import { cacheFolder, packageRoot } from '../host/system/paths';
import { Album } from './album';
import { credential } from './scenes/credential';
import { examples } from './scenes/examples';
import { execution } from './scenes/execution';
import { panels } from './scenes/panels';
import { verification } from './scenes/verification';

/** The port of the sandbox in `npm start`, so that the pictures show its address. */
const SANDBOX_PORT = 8025;
const SCALE = 1.5;
const LAST_SEEN = path.join(cacheFolder, 'pictures-last-seen.png');

/** `npm run pictures`: takes every picture in docs/pictures again, in the editor of a real n8n. */
async function take({ signal, atEnd }: ProgramLife): Promise<number> {
	const fonts = await runCommand('fc-list', [':lang=th'], { cwd: packageRoot });
	if (fonts === '')
		throw new Error(
			'Without a Thai font the pages show boxes. Install the package fonts-noto-core.',
		);
	const host = await openFlowHost({ signal, sandboxPort: SANDBOX_PORT });
	atEnd(host.close);
	const browser = await openBrowser();
	atEnd(async () => await browser.close());
	const editor = await Editor.enter(browser, { url: host.n8n.url, owner, scale: SCALE });
	const album = new Album();
	try {
		for (const scene of [verification, panels, examples, execution, credential]) {
			signal.throwIfAborted();
			await scene({ host, browser, editor, album });
		}
	} catch (error) {
		await editor.page.screenshot({ path: LAST_SEEN });
		console.error(`What the editor showed last is in ${LAST_SEEN}`);
		throw error;
	}
	console.log(`docs/pictures: ${await album.close()} kB`);
	return 0;
}

void runProgram(take);
