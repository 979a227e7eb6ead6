const level = require('./test/support/jestLevel');

// `npm test`. The real n8n host has its own file, jest.host.config.js, started by `npm run test:host`.
module.exports = {
	projects: ['unit', 'sandbox', 'engine', 'release'].map((name) => level(name)),
	// jest leaves one core free, which halves the speed of a machine with two.
	maxWorkers: '100%',
	// A machine that is busy with other work must not look like a defect; what hangs still ends.
	testTimeout: 60_000,
};
