const path = require('node:path');

const root = path.resolve(__dirname, '../..');

/** The jest configuration of one level of tests: the folder `test/<name>`, and what each provider brings to it. */
module.exports = (name, extra = {}) => ({
	displayName: name,
	rootDir: root,
	testEnvironment: path.join(__dirname, 'n8n/environment.js'),
	moduleNameMapper: { '^n8n-workflow$': path.join(__dirname, 'n8n/workflow.js') },
	testMatch: [
		`<rootDir>/test/${name}/**/*.test.ts`,
		`<rootDir>/test/providers/*/${name}/**/*.test.ts`,
	],
	testPathIgnorePatterns: ['/node_modules/'],
	modulePathIgnorePatterns: [
		'<rootDir>/dist/',
		'<rootDir>/test/host/n8n/',
		'<rootDir>/test/compat/versions/',
		'<rootDir>/.cache/',
	],
	transform: { '\\.ts$': ['@swc/jest', { configFile: path.join(root, 'test/.swcrc') }] },
	...extra,
});
