const fastCheck = require('../../node_modules/fast-check/lib/cjs/fast-check.js');

const USUAL = 500;

/**
 * Fewer values than in `npm test`, the same in every run, and no search for a shorter counterexample. A test that asks
 * for more than the usual number counts what came of them.
 */
const assert = (property, given = {}) => {
	const numRuns = given.numRuns > USUAL ? given.numRuns : 30;
	return fastCheck.assert(property, { ...given, numRuns, seed: 1, endOnFailure: true });
};

module.exports = { __esModule: true, default: { ...fastCheck.default, assert } };
