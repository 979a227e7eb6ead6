import { readdirSync } from 'node:fs';
import path from 'node:path';

/** The folders of test/providers, one for each provider, named as its folder in nodes/. */
export const providerFolders: string[] = readdirSync(__dirname, { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.map(({ name }) => name)
	.sort();

/** What a file of every provider's folder exports under the file's own name, in the order of the folders. */
export function fromEachProvider<Export>(file: 'provider' | 'sandbox'): Export[] {
	return providerFolders.map((folder) => {
		// eslint-disable-next-line @typescript-eslint/no-require-imports -- the folders are known only at run time
		const exported = require(path.join(__dirname, folder, file)) as Record<string, Export>;
		return exported[file];
	});
}
