import type { IDataObject } from 'n8n-workflow';
import { optionsField } from '../../shared/fields/groups';
import { wholeNumber, yesOrNo } from '../../shared/fields/kinds';
import type { Item } from '../../shared/items/item';
import type { Operation } from '../../shared/items/operation';
import { requestOptions } from '../../shared/items/options';
import { nextPath, readPage, withoutCode } from './calls';

const returnAll = yesOrNo({
	displayName: 'Return All',
	name: 'returnAll',
	type: 'boolean',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
});

const limit = wholeNumber({
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 50,
	description: 'Max number of results to return',
	displayOptions: { show: { returnAll: [false] } },
});

const endpoint = { method: 'GET', path: '/voice-otp/' } as const;

async function execute(item: Item): Promise<IDataObject[]> {
	const most = item.read(returnAll) ? Infinity : item.read(limit);
	const calls: IDataObject[] = [];
	const seen = new Set<string>();
	let path: string | undefined = endpoint.path;
	// The list ends at a page that was already read, and at an empty page: AntBuddy might name a next page without end.
	while (path !== undefined && !seen.has(path)) {
		seen.add(path);
		const page = readPage(await item.request({ ...endpoint, path }));
		// Not push(...page.calls): a page may have more calls than a function takes arguments.
		for (const call of item.mask(page.calls)) calls.push(withoutCode(call));
		const goesOn = page.calls.length > 0 && calls.length < most;
		path = goesOn ? nextPath(item, page.next) : undefined;
	}
	return calls.slice(0, most);
}

/** Lists the calls of the account, page by page. */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many calls',
	description: 'Retrieve a list of the calls with one-time codes that this account made',
	fields: [returnAll, limit, optionsField(requestOptions)],
	endpoint,
	document: 'docs/providers/antbuddy.md#requests',
	execute,
};
