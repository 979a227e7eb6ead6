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
		[own, by]: [ContenderName, ContenderName],
		limit: number,
		ratio: Ratio = timeRatio,
	) => {
		const row = results.find(name, own, call.provider);
		const other = results.find(otherName, by, call.provider);
		const figure = row && other && ratio(row, other);
		if (figure === undefined) return;
		const against = own === by ? `${count(other!.work.items)} items` : contenderTitles[by];
		const of = ratio === memoryRatio ? 'Memory: ' : '';
		const what = own === 'package' ? '' : `, ${contenderTitles[own].split(', ')[1]}`;
		const title = `${caseTitle(row!.work).replace(of, '')}${what} ÷ ${against}`;
		found.push({ call, title: `${of}${title}`, figure, limit });
	};
	compare(['one', 'one'], ['package', 'httpRequest'], 0.5);
	compare(['many', 'many'], ['package', 'httpRequest'], 0.2);
	compare(['many', 'many'], ['package', 'floor'], 0.4);
	compare(['many', 'many'], ['computed', 'httpRequest'], 0.45);
	compare(['many', 'many'], ['computed', 'floor'], 0.85);
	compare(['many', 'many'], ['tenants', 'httpTenants'], 0.7);
	compare(['slow', 'slow'], ['package', 'httpRequest'], 0.6);
	compare(['https', 'https'], ['package', 'httpRequest'], 0.6);
	compare(['growth', 'tenth'], ['package', 'package'], 10.5);
	compare(['longest', 'long'], ['package', 'package'], 10.5);
	compare(['memory', 'memory'], ['package', 'httpRequest'], 1, memoryRatio);
	compare(['longest', 'long'], ['package', 'package'], 10, memoryRatio);
	return found;
}

/** The goals for each operation. */
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
