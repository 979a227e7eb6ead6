import { count } from '../report/figures';
import type { Table } from '../report/table';
import { compare, type Interleaved, summaryOf } from './interleaved';
import type { N8nStart } from './n8nStart';
import { type SetupName, setupNames, setupTitles } from './setups';

/** All measurements. */
export type Starts = Interleaved<SetupName, N8nStart>;

interface Quantity {
	name: string;
	unit: string;
	/** The size of the unit, in the unit of the measurement. */
	per: number;
	digits: number;
	of(start: N8nStart): number;
}

const MEGABYTE = 1e6;

const quantities: Quantity[] = [
	{ name: 'Time until ready', unit: 's', per: 1000, digits: 2, of: ({ readyMs }) => readyMs },
	{ name: 'Processor time until ready', unit: 's', per: 1000, digits: 2, of: ({ cpuMs }) => cpuMs },
	{ name: 'Memory, PSS', unit: 'MB', per: MEGABYTE, digits: 1, of: ({ pss }) => pss },
];

const signed = (value: number, digits: number) =>
	`${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(digits)}`;

/** A line for every quantity and contender; each is compared with the first contender. */
export function startTable(starts: Starts): Table {
	const [first] = setupNames;
	const rows = quantities.flatMap(({ name: quantity, unit, per, digits, of }) =>
		setupNames.map((name) => {
			const figures = starts[name].map((each) => of(each) / per);
			const { median, lowest, highest } = summaryOf(figures);
			const { ratio, difference } = compare(
				figures,
				starts[first].map((each) => of(each) / per),
			);
			const { median: middle, from, to } = difference;
			return [
				`${quantity}, ${unit}`,
				setupTitles[name],
				median.toFixed(digits),
				`${lowest.toFixed(digits)}–${highest.toFixed(digits)}`,
				name === first ? '' : signed(middle, digits),
				name === first ? '' : `${signed(from, digits)} to ${signed(to, digits)}`,
				name === first ? '' : ratio.toFixed(3),
			];
		}),
	);
	const head = ['Quantity', 'Who', 'median', 'from–to', 'more', 'middle half', 'ratio'];
	return { title: `A whole start of n8n, ${count(starts[first].length)} of each`, head, rows };
}
