import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../support/package';
import { reference } from './generateReference';
import { issueForm, issueFormText } from './issueForm';
import { messagesFile, messagesPage } from './messagesPage';
import { readme } from './readmeTables';

/** Every file that is made from the sources alone, by its path from the root, and what makes its text. */
export const generated: Record<string, () => string> = {
	'docs/reference.md': reference,
	'README.md': readme,
	[messagesFile]: messagesPage,
	[issueForm]: issueFormText,
};

function write(file: string, text: string): void {
	mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
	writeFileSync(path.join(root, file), text);
}

/** `npm run generate`: the output schemas first, because the reference lists what is in them. */
async function generate(): Promise<void> {
	// Loaded here, because it takes n8n-core, which a test of the pages does not need.
	const { schemas } = await import('./schemas');
	for (const [file, text] of Object.entries(await schemas())) write(file, text);
	for (const [file, textOf] of Object.entries(generated)) write(file, textOf());
}

if (require.main === module) void generate();
