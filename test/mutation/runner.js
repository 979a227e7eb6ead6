const { env } = require('node:process');
const { default: TestRunner } = require('jest-runner');
const { readTests, writeTests } = require('./knownTests');
const { choose } = require('./choose');

/**
 * Runs the tests that can notice a mutant, the nearest first, and ends with the first that fails. Stryker's own way
 * with jest is to load every test file for every mutant, and to go on after a failure.
 */
module.exports = class extends TestRunner {
	async runTests(tests, watcher, options) {
		const { rootDir, testNamePattern } = this._globalConfig;
		const mutant = env.__STRYKER_ACTIVE_MUTANT__;
		if (mutant === undefined) return await this.dryRun(tests, watcher, options);

		// jest's own listeners were there first, so that the failure is noted before the end.
		const end = () => watcher.setState({ interrupted: true });
		this.on('test-file-failure', end);
		this.on('test-file-success', ([, { numFailingTests }]) => numFailingTests > 0 && end());
		const chosen = choose({ rootDir, mutant, testNamePattern, known: readTests(rootDir) });
		const byPath = new Map(tests.map((test) => [test.path, test]));
		await super.runTests(
			chosen.flatMap((path) => byPath.get(path) ?? []),
			watcher,
			options,
		);
	}

	/** Stryker's first run, without a mutant: notes which file holds which tests. */
	async dryRun(tests, watcher, options) {
		const known = [];
		this.on('test-file-success', ([{ path }, { testResults, perfStats }]) => {
			known.push({
				path,
				names: testResults.map(({ fullName }) => fullName),
				milliseconds: perfStats.runtime,
			});
		});
		await super.runTests(tests, watcher, options);
		writeTests(this._globalConfig.rootDir, known);
	}
};
