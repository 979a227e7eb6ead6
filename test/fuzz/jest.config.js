const level = require('../support/jestLevel');

// `npm run fuzz`; see support/fuzz.ts for the variables that choose seed, path and number of runs.
module.exports = {
	...level('fuzz', { globalSetup: '<rootDir>/test/fuzz/support/chooseSeed.js' }),
	maxWorkers: '100%',
	// As long as it takes: what hangs is found by support/watchdog.ts, which names the input.
	testTimeout: 24 * 3_600_000,
};
