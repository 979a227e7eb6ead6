import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../support/package';
import { reference } from './generateReference';
import { messagesFile, messagesPage } from './messagesPage';
import { readme } from './readmeTables';

/** Every file that is made from the sources, by its path from the root, and what makes its text. */
export const generated: Record<string, () => string> = {
	'docs/reference.md': reference,
	'README.md': readme,
	[messagesFile]: messagesPage,
};

/** `npm run generate`: writes them all. */
if (require.main === module)
	for (const [file, textOf] of Object.entries(generated))
		writeFileSync(path.join(root, file), textOf());
