import type { Case, CaseName } from '../measure/rounds';
import type { Row } from '../measure/row';
import { memoryRatio, timeRatio } from '../measure/row';
import type { ContenderName } from '../n8n/contenderName';
import { contenderTitles } from '../n8n/contenderName';
import type { Results } from './results';
import type { Table } from './table';

interface Column {
	head: string;
	cell(row: Row): string;
}

const KILOBYTE = 1000;
const NONE = '–';

/** A figure without the digits that would be noise. */
export const rounded = (value: number): string =>
	value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2);

/** A count with separators: 10,000. */
export const count = (value: number): string => value.toLocaleString('en-US');

const range = ({ runs, work }: Row): string => {
	const times = runs.map(({ nodeMs }) => nodeMs / work.items);
	return `${rounded(Math.min(...times))}–${rounded(Math.max(...times))}`;
};

const SUBJECTS: Partial<Record<CaseName, string>> = {
	memory: 'Memory: ',
	tenth: 'Growth: ',
	growth: 'Growth: ',
	https: 'HTTPS: ',
	long: 'Growth: ',
	longest: 'Growth: ',
};

/** The title of a case. */
export function caseTitle({ name, items, latency }: Case): string {
	const answer = latency === 0 ? 'at once' : `after ${latency} ms`;
	const what = items === 1 ? 'item' : 'items';
	return `${SUBJECTS[name] ?? ''}${count(items)} ${what}, provider answers ${answer}`;
}

type Ratio = (row: Row, other: Row) => number | undefined;

const ratioColumn = (results: Results, by: ContenderName, ratio: Ratio): Column => ({
	head: `× ${contenderTitles[by]}`,
	cell: (row) => {
		const other = results.find(row.work.name, by, row.call.provider);
		return (other && ratio(row, other)?.toFixed(2)) ?? NONE;
	},
});

const timeColumns = (results: Results): Column[] => [
	{ head: 'ms per item', cell: ({ nodeMs, work }) => rounded(nodeMs / work.items) },
	{ head: 'from–to', cell: range },
	ratioColumn(results, 'httpRequest', timeRatio),
	ratioColumn(results, 'floor', timeRatio),
	{ head: 'whole run, s', cell: ({ wallMs }) => (wallMs / 1000).toFixed(2) },
];

const memoryColumns = (results: Results): Column[] => [
	{
		head: 'memory per item, kB',
		cell: ({ peakBytes, work }) =>
			peakBytes === undefined ? NONE : rounded(peakBytes / work.items / KILOBYTE),
	},
	ratioColumn(results, 'httpRequest', memoryRatio),
];

/** The table of one case: a line for every operation and contender. */
export function tableOf(results: Results, rows: Row[]): Table {
	const columns: Column[] = [
		{ head: 'Operation', cell: ({ call }) => call.title },
		{ head: 'By', cell: ({ contender }) => contenderTitles[contender] },
		...(rows[0].work.withMemory ? memoryColumns(results) : timeColumns(results)),
		{ head: 'logins', cell: ({ logins }) => String(logins) },
		{
			head: 'recipients that got exactly one',
			cell: ({ reachedOnce, recipients }) => `${count(reachedOnce)} of ${count(recipients)}`,
		},
	];
	return {
		title: caseTitle(rows[0].work),
		head: columns.map(({ head }) => head),
		rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
	};
}

const SUMMARY: CaseName[] = ['one', 'many', 'slow'];

/** The page's table: a line for every operation and contender, with its time per item in each case, and its memory. */
export function summaryOf(results: Results): Omit<Table, 'title'> {
	const cases = SUMMARY.map((name) => results.of(name)[0].work);
	const cellsOf = ({ contender, call }: Row) => {
		const times = SUMMARY.map((name) => results.find(name, contender, call.provider)).map((row) =>
			row ? `${rounded(row.nodeMs / row.work.items)} (${range(row)})` : NONE,
		);
		const memory = results.find('memory', contender, call.provider)?.peakBytes;
		const kilobytes =
			memory === undefined ? NONE : rounded(memory / results.of('memory')[0].work.items / KILOBYTE);
		return [call.title, contenderTitles[contender], ...times, kilobytes];
	};
	return {
		head: ['Operation', 'By', ...cases.map(caseTitle), 'memory per item, kB'],
		rows: results.of('many').map(cellsOf),
	};
}
