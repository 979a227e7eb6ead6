const Sequencer = require('@jest/test-sequencer').default;

/** Runs the engine tests first: they take longest, and short ones are to fill the end, when workers run out of work. */
module.exports = class extends Sequencer {
	sort(tests) {
		const sorted = super.sort(tests);
		const isEngine = ({ context }) => context.config.displayName.name === 'engine';
		return [...sorted.filter(isEngine), ...sorted.filter((test) => !isEngine(test))];
	}
};
