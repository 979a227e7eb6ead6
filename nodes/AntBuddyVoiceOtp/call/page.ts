import type { IDataObject } from 'n8n-workflow';
import { apiUrl } from '../../shared/baseUrl';
import { shown } from '../../shared/fields';
import type { Item } from '../../shared/item';
import { isRecord } from '../../shared/record';

/** One page of a list. */
interface Page {
	calls: IDataObject[];
	/** Where the list goes on, as AntBuddy says it. */
	next?: string;
}

function listIn(body: IDataObject): unknown[] {
	const list = [body.results, body.data].find(Array.isArray);
	if (list) return list;
	if (isRecord(body.data) && Array.isArray(body.data.results)) return body.data.results;
	return Object.keys(body).length === 0 ? [] : [body];
}

/** Reads a list in any of the shapes of providers/README.md: a bare array, `results`, or `data`. */
export function readPage(body: IDataObject | unknown[]): Page {
	const list = Array.isArray(body) ? body : listIn(body);
	const calls = list.map((call) => (isRecord(call) ? call : { value: call as string }));
	const next = Array.isArray(body) ? undefined : body.next;
	return { calls, next: typeof next === 'string' && next !== '' ? next : undefined };
}

/**
 * The path of the next page, to be put behind the base URL.
 *
 * @throws NodeOperationError where the list goes on at another host: the login is not taken there
 */
export function nextPath(item: Item, next: string | undefined): string | undefined {
	if (next === undefined) return undefined;
	const base = new URL(apiUrl(item.credential.baseUrl, '/'));
	// "?page=2" belongs to the list, as a browser would read it there.
	const list = `${base.href}voice-otp/`;
	const target = URL.canParse(next, list) ? new URL(next, list) : undefined;
	// The scheme is not compared: behind a proxy the provider may believe it is http.
	if (target?.host === base.host && target.pathname.startsWith(base.pathname))
		return `/${target.pathname.slice(base.pathname.length)}${target.search}`;
	throw item.invalid(
		`The list of calls goes on at another address (${target ? shown(target.host) : 'not readable'}), which is not followed`,
		'Set Limit to the number of calls of one page, or correct Base URL in the AntBuddy API credential.',
	);
}
