const os = require('node:os');
const level = require('./test/support/jestLevel');

// `npm test`, and `npm run test:release`. The real n8n host has its own file, jest.host.config.js, started by `npm run test:host`.
module.exports = {
	projects: [
		...['unit', 'sandbox', 'release'].map((name) => level(name)),
		// The tests of faults need their own modules, file by file.
		level('engine', {
			testMatch: ['<rootDir>/test/engine/groups/*.ts', '<rootDir>/test/engine/faults/*.test.ts'],
		}),
		// The same tests file by file, for whoever works on one of them; `npm test` leaves them out.
		level('engine', { displayName: 'engine file' }),
	],
	// More than the machine has cores: while some wait, as for a timeout, others compute.
	maxWorkers: os.availableParallelism() + 2,
	testSequencer: './test/support/engineFirst.js',
	// A machine that is busy with other work must not look like a defect; what hangs still ends.
	testTimeout: 60_000,
};
