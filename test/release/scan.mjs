// n8n's scanner is an ES module, which jest cannot import: this runs beside it. Takes a list of
// [folder, patterns] as JSON, and prints for each what the scanner said and what it saw.
import {
	analyzePackage,
	findPackageRoot,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';
import { ESLint } from 'eslint';
import path from 'node:path';
import process from 'node:process';

const NAME = 'n8n-nodes-voice-sms-otp';

// The scanner answers with what is refused, and drops warnings and what it looked at. This listens in.
let seen;
const { lintFiles } = ESLint.prototype;
ESLint.prototype.lintFiles = async function (files) {
	seen = await lintFiles.call(this, files);
	return seen;
};

async function scan(folder, patterns) {
	seen = [];
	const { passed, message } = await analyzePackage(
		folder,
		patterns === 'source' ? SOURCE_FILE_PATTERNS : undefined,
	);
	const findings = seen.flatMap(({ filePath, messages }) =>
		messages.map(({ ruleId, message: text }) => ({
			file: path.relative(folder, filePath),
			rule: ruleId,
			text,
		})),
	);
	const files = seen.map(({ filePath }) => path.relative(folder, filePath)).sort();
	// Of a published version it has a whole repository, and looks where the package is in it.
	return { root: findPackageRoot(folder, NAME), passed, message, files, findings };
}

const results = [];
for (const job of JSON.parse(process.argv[2])) results.push(await scan(...job));
process.stdout.write(JSON.stringify(results));
