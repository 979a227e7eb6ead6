const level = require('../support/jestLevel');

// One real n8n at a time on the machine, hence one worker. A version alone: npm run test:compat -- 2.0.3
module.exports = {
	...level('compat'),
	maxWorkers: 1,
	testTimeout: 300_000,
	reporters: ['default', '<rootDir>/test/compat/tableReporter.js'],
};
