import { calls } from '../contenders/calls';
import type { ProviderCall } from '../contenders/calls';
import type { Row } from '../measure/row';
import { memoryRatio, timeRatio } from '../measure/row';
import type { CaseName } from '../measure/rounds';
import { contenderTitles } from '../n8n/contenderName';
import type { ContenderName } from '../n8n/contenderName';
import { caseTitle, count } from './figures';
import type { Results } from './results';
import type { Table } from './table';

/** One goal for one operation, and the measured figure. */
export interface Goal {
	call: ProviderCall;
	/** The two figures that are compared. */
	title: string;
	figure: number;
	/** The highest figure that meets the goal. */
	limit: number;
}

export const isMet = ({ figure, limit }: Goal): boolean => figure <= limit;

type Ratio = (row: Row, other: Row) => number | undefined;

function goalsOf(results: Results, call: ProviderCall): Goal[] {
	const found: Goal[] = [];
	/** Adds a goal if both rows were measured. */
	const compare = (
		[name, otherName]: [CaseName, CaseName],
		by: ContenderName,
		limit: number,
		ratio: Ratio = timeRatio,
	) => {
		const row = results.find(name, 'package', call.provider);
		const other = results.find(otherName, by, call.provider);
		const figure = row && other && ratio(row, other);
		if (figure === undefined) return;
		const against = by === 'package' ? `${count(other!.work.items)} items` : contenderTitles[by];
		found.push({ call, title: `${caseTitle(row!.work)} ÷ ${against}`, figure, limit });
	};
	compare(['many', 'many'], 'httpRequest', 0.5);
	compare(['many', 'many'], 'floor', 1.15);
	compare(['slow', 'slow'], 'httpRequest', 1);
	compare(['growth', 'tenth'], 'package', 11);
	compare(['memory', 'memory'], 'httpRequest', 1, memoryRatio);
	return found;
}

/** The goals for each operation, which were set before any code was written. */
export const goals = (results: Results): Goal[] => calls.flatMap((call) => goalsOf(results, call));

export const goalTable = (results: Results): Table => ({
	title: 'Goals',
	head: ['Operation', 'Goal', 'at most', 'measured', ''],
	rows: goals(results).map((goal) => [
		goal.call.title,
		goal.title,
		goal.limit.toFixed(2),
		goal.figure.toFixed(2),
		isMet(goal) ? 'met' : 'missed',
	]),
});
