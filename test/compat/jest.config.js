const level = require('../support/jestLevel');

// One worker, so that one real n8n runs at a time. To test one version alone: npm run test:compat -- 2.0.3
module.exports = {
	...level('compat'),
	maxWorkers: 1,
	testTimeout: 900_000,
	reporters: ['default', '<rootDir>/test/compat/tableReporter.js'],
};
