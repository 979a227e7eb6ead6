/** What Stryker does for `npm run mutation`; see CONTRIBUTING.md. */
export default {
	mutate: ['nodes/**/*.ts', 'credentials/**/*.ts'],
	testRunner: 'jest',
	coverageAnalysis: 'perTest',
	jest: {
		configFile: 'test/mutation/jest.config.js',
		// test/mutation/runner.js chooses the tests of a mutant, and more sharply than by imports.
		enableFindRelatedTests: false,
	},
	// Descriptions, tables of statuses, patterns and salts are all evaluated once, when a file is loaded. What they say
	// is promised to users too, and runner.js makes it affordable to test.
	ignoreStatic: false,
	ignorePatterns: [
		'/dist',
		'/coverage',
		'/.cache',
		'/.ci',
		'/.github',
		'/docs/pictures',
		'/test/host/n8n',
		'/test/compat/versions',
	],
	// In folders that git, prettier, eslint and jest pass over.
	tempDirName: '.cache/mutation/sandbox',
	incremental: true,
	incrementalFile: '.cache/mutation/incremental.json',
	htmlReporter: { fileName: 'coverage/mutation/index.html' },
	jsonReporter: { fileName: 'coverage/mutation/mutation.json' },
	reporters: ['progress-append-only', 'clear-text', 'html', 'json'],
	clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
	concurrency: 2,
	// A busy machine must not pass for an endless loop.
	dryRunTimeoutMinutes: 30,
	timeoutMS: 20_000,
	timeoutFactor: 1.5,
	thresholds: { high: 98, low: 97, break: 95 },
};
