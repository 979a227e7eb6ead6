const os = require('node:os');
const level = require('./test/support/jestLevel');

// `npm test`. The real n8n host has its own file, jest.host.config.js, started by `npm run test:host`.
module.exports = {
	projects: ['unit', 'sandbox', 'engine', 'release'].map((name) => level(name)),
	// One more than the machine has cores: while one waits, as for a timeout, another computes.
	maxWorkers: os.availableParallelism() + 1,
	testSequencer: './test/support/engineFirst.js',
	// A machine that is busy with other work must not look like a defect; what hangs still ends.
	testTimeout: 60_000,
};
