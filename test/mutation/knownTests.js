const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');

const fileIn = (rootDir) => path.join(rootDir, '.cache/mutation-tests.json');

/** Keeps what a run without a mutant showed: each test file, the names of its tests and the time it took. */
exports.writeTests = (rootDir, known) => {
	mkdirSync(path.dirname(fileIn(rootDir)), { recursive: true });
	writeFileSync(fileIn(rootDir), JSON.stringify(known));
};

let known;

exports.readTests = (rootDir) => (known ??= JSON.parse(readFileSync(fileIn(rootDir), 'utf8')));
