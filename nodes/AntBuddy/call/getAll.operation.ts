import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { optionsField } from '../../shared/fields/optionsField';
import { wholeNumber, yesOrNo } from '../../shared/fields/readers';
import type { Item } from '../../shared/items/item';
import type { Operation } from '../../shared/items/operation';
import { requestOptions } from '../../shared/panel/options';
import { nextPath, readPage, withoutCode } from './calls';

const properties: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { returnAll: [false] } },
	},
	optionsField(requestOptions),
];

function limitOf(item: Item): number {
	const returnAll = { name: 'Return All', value: item.parameter('returnAll', false) };
	if (yesOrNo(item, returnAll)) return Infinity;
	return wholeNumber(item, { name: 'Limit', value: item.parameter('limit', 50) }, 1) ?? 50;
}

async function execute(item: Item): Promise<IDataObject[]> {
	const limit = limitOf(item);
	const calls: IDataObject[] = [];
	const seen = new Set<string>();
	let path: string | undefined = '/voice-otp/';
	// The list ends at a page that was already read, and at an empty page: AntBuddy might name a next page without end.
	while (path !== undefined && !seen.has(path)) {
		seen.add(path);
		const page = readPage(await item.request({ method: 'GET', path }));
		// Not push(...page.calls): a page may have more calls than a function takes arguments.
		for (const call of page.calls) calls.push(withoutCode(call));
		const goesOn = page.calls.length > 0 && calls.length < limit;
		path = goesOn ? nextPath(item, page.next) : undefined;
	}
	return calls.slice(0, limit);
}

/** `GET /voice-otp/` (docs/providers/antbuddy.md#requests). */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many calls',
	description: 'Retrieve a list of the calls with one-time codes that this account made',
	properties,
	execute,
};
