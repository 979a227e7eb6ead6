const { TestEnvironment } = require('jest-environment-node');

const THROWN_BY_JAVASCRIPT = [
	'RangeError',
	'ReferenceError',
	'SyntaxError',
	'TypeError',
	'URIError',
];

/**
 * Lends all test files the n8n packages that this process has loaded: jest loads them anew for every file, which takes
 * longer than most of the tests.
 */
module.exports = class extends TestEnvironment {
	constructor(config, context) {
		super(config, context);
		this.global.requireOnce = require;
		// An error of the tests must be one for n8n, which asks for it by this class, and so must those that JavaScript throws.
		this.global.Error = Error;
		for (const name of THROWN_BY_JAVASCRIPT)
			Object.setPrototypeOf(this.global[name].prototype, Error.prototype);
		// n8n-core reads its settings and the proxies from the variables of the process.
		this.global.process.env = process.env;
	}
};
