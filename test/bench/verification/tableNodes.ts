import type { IDataObject, INode } from 'n8n-workflow';

import { nodeOf } from './nodeOf';

/** The name of the Data Table. */
export const TABLE = 'bench_challenges';

type Condition = [keyName: string, condition: string, keyValue?: string];

/** The nodes that work on the Data Table. @param table - the ID of the Data Table */
export function tableNodes(table: string) {
	const dataTableId = { __rl: true, mode: 'list', value: table, cachedResultName: TABLE };
	const row = (name: string, operation: string, parameters: IDataObject) =>
		nodeOf(name, 'dataTable', 1.1, { operation, dataTableId, ...parameters });
	const where = (conditions: Condition[]) => ({
		matchType: 'allConditions',
		filters: {
			conditions: conditions.map(([keyName, condition, keyValue]) => ({
				...{ keyName, condition, keyValue },
			})),
		},
	});
	const columns = (value: IDataObject) => ({ columns: { mappingMode: 'defineBelow', value } });
	const always = (each: INode): INode => ({ ...each, alwaysOutputData: true });
	return [
		always(
			row('Find a recent code', 'get', {
				limit: 1,
				...where([
					['phoneNumber', 'eq', '={{ $json.body.phoneNumber }}'],
					['createdAt', 'gt', '={{ $now.minus({ minutes: 1 }).toISO() }}'],
				]),
			}),
		),
		row(
			'Note the code',
			'insert',
			columns({
				challenge: '={{ $json.random.slice(8) }}',
				phoneNumber: "={{ $('send').first().json.body.phoneNumber }}",
				code: "={{ String(parseInt($json.random.slice(0, 8), 16) % 1000000).padStart(6, '0') }}",
				...{ attempts: 0, verified: false },
			}),
		),
		always(
			row('Find the challenge', 'get', {
				limit: 1,
				...where([
					['challenge', 'eq', '={{ $json.body.challenge }}'],
					['verified', 'isFalse'],
					['attempts', 'lt', '={{ 3 }}'],
					['createdAt', 'gt', '={{ $now.minus({ minutes: 5 }).toISO() }}'],
				]),
			}),
		),
		always(
			row('Count the attempt', 'update', {
				...where([
					['challenge', 'eq', "={{ $json.challenge ?? '' }}"],
					['attempts', 'eq', '={{ $json.attempts ?? 0 }}'],
				]),
				...columns({ attempts: '={{ ($json.attempts ?? 0) + 1 }}' }),
			}),
		),
		row('Use it up', 'update', {
			...where([
				['challenge', 'eq', '={{ $json.challenge }}'],
				['verified', 'isFalse'],
			]),
			...columns({ verified: true }),
		}),
	];
}
