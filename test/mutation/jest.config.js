const path = require('node:path');
const level = require('../support/jestLevel');

const here = (file) => path.join(__dirname, file);

const { moduleNameMapper } = level('unit');

/** The unit tests as Stryker runs them, some thousand times. */
module.exports = level('unit', {
	runner: here('runner.js'),
	moduleNameMapper: {
		...moduleNameMapper,
		'^fast-check$': here('fastCheck.js'),
	},
	// Tests of pages and pictures, which Stryker does not copy, and of the sources as they are written.
	testPathIgnorePatterns: [
		'/node_modules/',
		'test/unit/docs/(citations|generated|guides|links|pictures|troubleshooting)',
		'test/unit/package/dependencies',
	],
	// A busy machine must not pass for a mutant that was noticed.
	testTimeout: 15_000,
	// What jest does before each run, in as little time as possible.
	roots: ['nodes', 'credentials', 'test'].map((folder) => `<rootDir>/${folder}`),
	watchman: false,
	haste: { forceNodeFilesystemAPI: true },
});
