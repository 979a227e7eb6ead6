import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withOrigin } from './repository';

/** Run by the workflow that publishes, before it packs: writes the repository's address into package.json. */
function main(): void {
	const file = path.join(__dirname, '../../package.json');
	const manifest = withOrigin(JSON.parse(readFileSync(file, 'utf8')) as object, process.env);
	writeFileSync(file, `${JSON.stringify(manifest, null, '\t')}\n`);
	console.log(`package.json now names ${manifest.repository.url}`);
}

try {
	main();
} catch (error) {
	console.error((error as Error).message);
	process.exitCode = 1;
}
