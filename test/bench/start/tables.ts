import { count } from '../report/figures';
import type { Table } from '../report/table';
import { compare, type Interleaved, summaryOf } from './interleaved';
import { type LoaderName, loaderNames, loaderTitles } from './loaderRun';
import type { LoaderRun } from './loadPackage';
import type { N8nStart } from './n8nStart';
import { type SetupName, setupNames, setupTitles } from './setups';

/** All measurements. */
export interface StartFigures {
	starts: Interleaved<SetupName, N8nStart>;
	loaders: Interleaved<LoaderName, LoaderRun>;
}

interface Quantity<Measured> {
	name: string;
	unit: string;
	/** The size of the unit, in the unit of the measurement. */
	per: number;
	digits: number;
	of(measured: Measured): number;
}

const MEGABYTE = 1e6;

const startQuantities: Array<Quantity<N8nStart>> = [
	{ name: 'Time until ready', unit: 's', per: 1000, digits: 2, of: ({ readyMs }) => readyMs },
	{ name: 'Processor time until ready', unit: 's', per: 1000, digits: 2, of: ({ cpuMs }) => cpuMs },
	{ name: 'Memory, PSS', unit: 'MB', per: MEGABYTE, digits: 1, of: ({ pss }) => pss },
];

const loaderQuantities: Array<Quantity<LoaderRun>> = [
	{ name: "At n8n's start", unit: 'ms', per: 1, digits: 1, of: ({ startMs }) => startMs },
	{ name: 'Processor time for it', unit: 'ms', per: 1, digits: 1, of: ({ cpuMs }) => cpuMs },
	{
		...{ name: 'First use of all nodes', unit: 'ms', per: 1, digits: 1 },
		of: ({ firstUseMs }) => firstUseMs,
	},
	{ name: 'Heap after the start', unit: 'kB', per: 1000, digits: 0, of: ({ heap }) => heap },
	{ name: 'Files run at the start', unit: '', per: 1, digits: 0, of: ({ modules }) => modules },
];

const signed = (value: number, digits: number) =>
	`${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(digits)}`;

/** A line for every quantity and contender; each is compared with the first contender. */
function tableOf<Name extends string, Measured>(
	title: string,
	measured: Interleaved<Name, Measured>,
	titles: Record<Name, string>,
	quantities: Array<Quantity<Measured>>,
): Table {
	const names = Object.keys(titles) as Name[];
	const [first] = names;
	const rows = quantities.flatMap(({ name: quantity, unit, per, digits, of }) =>
		names.map((name) => {
			const figures = measured[name].map((each) => of(each) / per);
			const { median, lowest, highest } = summaryOf(figures);
			const { ratio, difference } = compare(
				figures,
				measured[first].map((each) => of(each) / per),
			);
			const { median: middle, from, to } = difference;
			return [
				unit ? `${quantity}, ${unit}` : quantity,
				titles[name],
				median.toFixed(digits),
				`${lowest.toFixed(digits)}–${highest.toFixed(digits)}`,
				name === first ? '' : signed(middle, digits),
				name === first ? '' : `${signed(from, digits)} to ${signed(to, digits)}`,
				name === first ? '' : ratio.toFixed(3),
			];
		}),
	);
	const head = ['Quantity', 'Who', 'median', 'from–to', 'more', 'middle half', 'ratio'];
	return { title, head, rows };
}

export const startTable = ({ starts }: StartFigures): Table =>
	tableOf(
		`A whole start of n8n, ${count(starts[setupNames[0]].length)} of each`,
		starts,
		setupTitles,
		startQuantities,
	);

export const loaderTable = ({ loaders }: StartFigures): Table =>
	tableOf(
		`The loader alone, ${count(loaders[loaderNames[0]].length)} processes of each`,
		loaders,
		loaderTitles,
		loaderQuantities,
	);
