import { readFileSync } from 'node:fs';
import path from 'node:path';
import { releaseNotes } from './changelog';

/** `npm run release:notes -- 0.2.0`: prints what CHANGELOG.md says of a version. */
function main([version]: string[]): void {
	if (version === undefined) throw new Error('Say which version: npm run release:notes -- 0.2.0');
	const changelog = readFileSync(path.join(__dirname, '../../CHANGELOG.md'), 'utf8');
	process.stdout.write(`${releaseNotes(changelog, version)}\n`);
}

try {
	main(process.argv.slice(2));
} catch (error) {
	console.error((error as Error).message);
	process.exitCode = 1;
}
