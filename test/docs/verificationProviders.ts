import { globSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../host/system/paths';

export const verificationProvidersFile = 'nodes/PhoneVerification/providers.ts';

/** The list of providers that the Phone Verification Trigger offers: all folders of nodes/ with a verification.ts. */
export function verificationProviders(): string {
	const folders = globSync('nodes/*/verification.ts', { cwd: packageRoot })
		.map((file) => path.basename(path.dirname(file)))
		.sort();
	const nameOf = (folder: string) => folder[0].toLowerCase() + folder.slice(1);
	const imports = folders.map(
		(folder) => `import { verification as ${nameOf(folder)} } from '../${folder}/verification';\n`,
	);
	return `// Made by "npm run generate" from the folders that have a verification.ts.
${imports.join('')}
/** The providers that the Phone Verification Trigger offers. */
export const providers = [${folders.map(nameOf).join(', ')}];
`;
}
