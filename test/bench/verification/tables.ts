import { median, quantile } from '../measure/statistics';
import { rounded } from '../report/figures';
import type { Table } from '../report/table';
import { contenderTitles, steps, verificationMs } from './contender';
import type { Block, ContenderName, Step } from './contender';

/** All measurements. */
export interface Figures {
	/** The measured rounds. */
	blocks: Record<ContenderName, Block[]>;
	/** The number of phone numbers in all rounds. */
	numbers: number;
	/** Calls that the sandbox accepted. */
	calls: number;
	/** Phone numbers that got more than one call. */
	calledTwice: number;
	/** Bytes for the workflow with the most open challenges. */
	staticDataBytes: number;
}

export const isExact = ({ numbers, calls, calledTwice }: Figures): boolean =>
	calls === numbers && calledTwice === 0;

const STEP_TITLES: Record<Step, string> = {
	page: 'Page (GET)',
	send: 'Send (JSON)',
	check: 'Check (JSON, right code)',
};

type Ask = (block: Block) => number;

const p50 =
	(step: Step): Ask =>
	(block) =>
		median(block[step].latencies);

/** The median of the ratios within each round: a slow phase of the machine then affects both contenders. */
const ratio = ({ blocks }: Figures, name: ContenderName, by: ContenderName, ask: Ask): number =>
	median(blocks[name].map((block, round) => ask(block) / ask(blocks[by][round])));

/** What two pages take of a verification by n8n's own nodes. */
export const pagesShare = ({ blocks }: Figures): number =>
	median(
		blocks.trigger.map(
			(block, round) => (2 * p50('page')(block)) / verificationMs(blocks.ownNodes[round]),
		),
	);

function stepRow({ blocks }: Figures, step: Step, name: ContenderName): string[] {
	const loads = blocks[name].map((block) => block[step]);
	const latencies = loads.flatMap((load) => load.latencies);
	const rates = loads.map((load) => (load.latencies.length * 1000) / load.wallMs);
	return [
		...[STEP_TITLES[step], contenderTitles[name]],
		...[median(rates), median(latencies), quantile(latencies, 0.99)].map(rounded),
	];
}

function verificationRow({ blocks }: Figures, name: ContenderName): string[] {
	const all = blocks[name].flatMap(({ send, check }) =>
		send.latencies.map((latency, index) => latency + check.latencies[index]),
	);
	const title = 'Whole verification, send and check';
	return [title, contenderTitles[name], '', rounded(median(all)), rounded(quantile(all, 0.99))];
}

/** A line for every step and contender. */
export function stepTable(figures: Figures): Table {
	const names = Object.keys(contenderTitles) as ContenderName[];
	return {
		title: 'Verification',
		head: ['Step', 'By', 'requests a second', 'p50, ms', 'p99, ms'],
		rows: [
			...steps.flatMap((step) => names.map((name) => stepRow(figures, step, name))),
			...names.map((name) => verificationRow(figures, name)),
		],
	};
}

/** The goals, which were set before any code was written, and the measured figures. */
export function goalTable(figures: Figures): Table {
	const growth = 'with 10,000 open challenges ÷ with few';
	const goals = [
		{
			title: `Whole verification ÷ ${contenderTitles.ownNodes}`,
			limit: 0.25,
			figure: ratio(figures, 'trigger', 'ownNodes', verificationMs),
		},
		...steps.map((step) => ({
			...{ title: `${STEP_TITLES[step]} ${growth}`, limit: 1.2 },
			figure: ratio(figures, 'filled', 'trigger', p50(step)),
		})),
	];
	return {
		title: 'Goals',
		head: ['Goal', '', 'at most', 'measured'],
		rows: goals.map(({ title, limit, figure }) => [
			...[title, figure <= limit ? 'met' : 'missed', limit.toFixed(2), figure.toFixed(2)],
		]),
	};
}
