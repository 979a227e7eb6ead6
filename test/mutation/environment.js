const { TestEnvironment } = require('jest-environment-node');

/**
 * Lends all test files the n8n-workflow that this process has loaded: jest loads it anew for every file, which takes
 * longer than the tests of a mutant.
 */
module.exports = class extends TestEnvironment {
	constructor(config, context) {
		super(config, context);
		this.global.loadedN8nWorkflow = require('n8n-workflow');
		// An error of the tests must be one for n8n-workflow, which asks for it by this class.
		this.global.Error = Error;
	}
};
