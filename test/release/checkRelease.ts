import { appendFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { distTagOf, findingsOf } from './readiness';
import type { Release } from './readiness';

const textOf = (file: string) => readFileSync(path.join(__dirname, '../..', file), 'utf8');

/** Run by the workflow that publishes, with the pushed tag as its argument, or without one in a dry run. */
function main([tag]: string[]): void {
	const manifest = JSON.parse(textOf('package.json')) as Release['manifest'];
	const { version } = manifest;
	const { version: lockedVersion } = JSON.parse(textOf('package-lock.json')) as { version: string };
	const findings = findingsOf({
		...{ tag, manifest, lockedVersion },
		changelog: textOf('CHANGELOG.md'),
	});
	if (findings.length > 0) throw new Error(findings.join('\n'));
	console.log(`${version} can be published: tag, package.json and CHANGELOG.md agree.`);
	const { GITHUB_OUTPUT } = process.env;
	if (GITHUB_OUTPUT !== undefined)
		appendFileSync(GITHUB_OUTPUT, `version=${version}\ndist-tag=${distTagOf(version)}\n`);
}

try {
	main(process.argv.slice(2));
} catch (error) {
	console.error((error as Error).message);
	process.exitCode = 1;
}
