import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../host/system/paths';
import { verificationProviders, verificationProvidersFile } from './verificationProviders';

/**
 * Every file that is made from the sources alone, by its path from the root, and what makes its text. The list of
 * providers is the first, because the nodes, which the others load, import it.
 */
export const generated: Record<string, () => string | Promise<string>> = {
	[verificationProvidersFile]: verificationProviders,
	'docs/reference.md': async () => (await import('./generateReference')).reference(),
	'README.md': async () => (await import('./readmeTables')).readme(),
	'docs/guides/troubleshooting.md': async () => (await import('./messagesPage')).messagesPage(),
	'.github/ISSUE_TEMPLATE/1-not-as-described.yml': async () =>
		(await import('./issueForm')).issueFormText(),
};

function write(file: string, text: string): void {
	mkdirSync(path.dirname(path.join(packageRoot, file)), { recursive: true });
	writeFileSync(path.join(packageRoot, file), text);
}

/** `npm run generate`: the output schemas before the reference, which lists what is in them. */
async function generate(): Promise<void> {
	const [first, ...others] = Object.entries(generated);
	write(first[0], await first[1]());
	// Loaded here, because it takes n8n-core, which a test of the pages does not need.
	const { schemas } = await import('./schemas');
	for (const [file, text] of Object.entries(await schemas())) write(file, text);
	for (const [file, textOf] of others) write(file, await textOf());
}

if (require.main === module) void generate();
