const { readdirSync, readFileSync } = require('node:fs');
const path = require('node:path');

/** The files that Stryker put mutants into, by the mutants' ids. */
function filesOfMutants(rootDir) {
	const files = new Map();
	for (const folder of ['nodes', 'credentials'])
		for (const name of readdirSync(path.join(rootDir, folder), { recursive: true })) {
			if (!name.endsWith('.ts')) continue;
			const file = path.join(rootDir, folder, name);
			const ids = readFileSync(file, 'utf8').matchAll(/stryMutAct_\w+\("(\d+)"\)/g);
			for (const [, id] of ids) files.set(id, file);
		}
	return files;
}

let files;

/** Whether a test file imports the mutated one itself. */
function imports(test, file) {
	const targets = readFileSync(test, 'utf8').matchAll(/'(\.[^']+)'/g);
	return Array.from(targets, ([, target]) =>
		path.resolve(path.dirname(test), `${target}.ts`),
	).includes(file);
}

/** Whether a test file is of the mutated one's room: `test/unit` mirrors `nodes`. */
const isOfRoom = (test, file, rootDir) =>
	path.relative(path.join(rootDir, 'test/unit'), path.dirname(test)) ===
	path.relative(path.join(rootDir, 'nodes'), path.dirname(file));

/** Tests over everything that the panel shows. */
const isOfDescriptions = (test) => /\/test\/unit\/(package|docs)\//.test(test);

/** Of the trigger, whose tests go through nearly every file: hundreds of them would run for each mutant that survives. */
const isOfTrigger = (file) => /verification/i.test(file);

const OTHER = 3;

/**
 * The test files to run for a mutant, in the order in which they are likely to notice it. Where Stryker knows which
 * tests reach the mutant, it names them in a pattern. A mutant that takes effect as its file is loaded is reached by
 * nearly all of them; those that import the file, those of its room, and those over the descriptions, have to suffice.
 * Tests of the trigger have to notice only what is wrong in the trigger. So a score can be too low, never too high.
 */
exports.choose = ({ rootDir, mutant, testNamePattern, known }) => {
	files ??= filesOfMutants(rootDir);
	const file = files.get(mutant);
	const rank = (test) => {
		if (imports(test, file)) return 0;
		if (isOfRoom(test, file, rootDir)) return 1;
		return isOfDescriptions(test) ? 2 : OTHER;
	};
	const pattern = testNamePattern && new RegExp(testNamePattern, 'i');
	return known
		.filter(({ path: test, names }) =>
			pattern
				? (isOfTrigger(file) || !isOfTrigger(test)) && names.some((name) => pattern.test(name))
				: rank(test) < OTHER,
		)
		.map((one) => ({ ...one, rank: rank(one.path) }))
		.sort((first, second) => first.rank - second.rank || first.milliseconds - second.milliseconds)
		.map(({ path: test }) => test);
};
