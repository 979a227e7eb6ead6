const { randomInt } = require('node:crypto');

/** One seed for all files, another in each run. On stderr, so that `--json` stays alone on stdout. */
module.exports = () => {
	process.env.FUZZ_SEED ??= String(randomInt(2 ** 31 - 1));
	process.env.FUZZ_RUNS ??= '120000';
	const { FUZZ_SEED, FUZZ_RUNS, FUZZ_PATH } = process.env;
	const path = FUZZ_PATH === undefined ? '' : ` FUZZ_PATH=${FUZZ_PATH}`;
	process.stderr.write(`FUZZ_SEED=${FUZZ_SEED} FUZZ_RUNS=${FUZZ_RUNS}${path}\n`);
};
