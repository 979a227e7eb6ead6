const { log } = require('node:console');

const PARTS = [
	'load',
	'credential tests',
	'operations',
	'triggers',
	'exactly once',
	'flow 1',
	'examples',
	'verification',
];

const aligned = (rows) => {
	const widths = rows[0].map((_, at) => Math.max(...rows.map((row) => row[at].length)));
	const line = (cells) => `| ${cells.map((cell, at) => cell.padEnd(widths[at])).join(' | ')} |`;
	const [head, ...body] = rows;
	return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
};

const group = (values, keyOf) => {
	const groups = new Map();
	for (const value of values)
		groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
	return groups;
};

/** "12 of 12", with "FAILED" if a test did not pass or none ran, so that no part is left out silently. */
const summary = (tests = []) => {
	const passed = tests.filter(({ status }) => status === 'passed').length;
	const text = `${passed} of ${tests.length}`;
	return tests.length > 0 && passed === tests.length ? text : `${text} FAILED`;
};

/** The summary of an example; it names the node that n8n lacks if the tests ran on the example as changed by hand. */
const example = (tests = []) => {
	const lacking = tests.map(({ title }) => title).find((title) => title.startsWith('lacks '));
	return [lacking, summary(tests)].filter(Boolean).join('; changed by hand ');
};

/** Prints the results for each version of n8n when the compatibility run is over. */
module.exports = class TableReporter {
	onRunComplete(_contexts, { testResults }) {
		const tests = testResults.flatMap(({ testResults: results }) => results);
		const measured = tests.filter(({ status }) => status !== 'pending');
		const versions = [...group(measured, ({ ancestorTitles: [version] }) => version)];
		if (versions.length === 0) return;
		const rows = versions.map(([version, results]) => {
			const parts = group(results, ({ ancestorTitles: [, part] }) => part);
			return [version, ...PARTS.map((part) => summary(parts.get(part)))];
		});
		const examples = group(
			measured.filter(({ ancestorTitles: [, part] }) => part === 'examples'),
			({ ancestorTitles: [, , file] }) => file,
		);
		const exampleRows = [...examples].map(([file, results]) => {
			const byVersion = group(results, ({ ancestorTitles: [version] }) => version);
			return [file, ...versions.map(([version]) => example(byVersion.get(version)))];
		});
		const tables = [
			[['', ...PARTS], ...rows],
			[['example', ...versions.map(([version]) => version)], ...exampleRows],
		];
		log(`\n${tables.map(aligned).join('\n\n')}\n`);
	}
};
