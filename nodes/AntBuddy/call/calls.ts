import type { IDataObject } from 'n8n-workflow';
import { MASK } from '../../shared/answer/mask';
import { apiUrl } from '../../shared/credential/baseUrl';
import type { Item } from '../../shared/items/item';
import { isRecord, forMessage } from '../../shared/values';
import { antBuddy } from '../provider';

/** One page of a list. */
interface Page {
	calls: IDataObject[];
	/** The address of the next page, as AntBuddy gives it. */
	next?: string;
}

function listIn(body: IDataObject): unknown[] {
	const list = [body.results, body.data].find(Array.isArray);
	if (list) return list;
	if (isRecord(body.data) && Array.isArray(body.data.results)) return body.data.results;
	return Object.keys(body).length === 0 ? [] : [body];
}

/** Reads a list in any of the shapes of docs/providers/antbuddy.md#answers: a bare array, `results`, or `data`. */
export function readPage(body: IDataObject | unknown[]): Page {
	const list = Array.isArray(body) ? body : listIn(body);
	const calls = list.map((call) => (isRecord(call) ? call : { value: call as string }));
	const next = Array.isArray(body) ? undefined : body.next;
	return { calls, next: typeof next === 'string' && next !== '' ? next : undefined };
}

/**
 * The path of the next page, relative to the base URL; undefined after the last page.
 *
 * @throws NodeOperationError if the next page is at another host, which must not get the login
 */
export function nextPath(item: Item, next: string | undefined): string | undefined {
	if (next === undefined) return undefined;
	const base = new URL(apiUrl(item.credential.baseUrl, antBuddy.baseUrl, '/'));
	// A relative address such as "?page=2" is resolved against the list, as a browser does.
	const list = `${base.href}voice-otp/`;
	const target = URL.canParse(next, list) ? new URL(next, list) : undefined;
	// The scheme is not compared: behind a proxy AntBuddy may take its own address for http.
	if (target?.host === base.host && target.pathname.startsWith(base.pathname))
		return `/${target.pathname.slice(base.pathname.length)}${target.search}`;
	throw item.invalid(
		`The list of calls goes on at another address (${target ? forMessage(target.host) : 'not readable'}), which is not followed`,
		'Set Limit to the number of calls of one page, or correct Base URL in the AntBuddy API credential.',
	);
}

/** Keys under which AntBuddy may return the code, including one that it generated. */
const CODE_KEYS = ['otp', 'code', 'otp_code'];

const isGiven = (value: unknown) => value !== undefined && value !== null && value !== '';

function masked(key: string, value: unknown): unknown {
	if (Array.isArray(value)) return value.map((inner) => masked(key, inner));
	if (value !== null && typeof value === 'object') return withoutCode(value as IDataObject);
	return CODE_KEYS.includes(key) && isGiven(value) ? MASK : value;
}

/** Masks the code at any depth of a call from AntBuddy, because the shape of its answers is not documented. */
export function withoutCode(call: IDataObject): IDataObject {
	return Object.fromEntries(
		Object.entries(call).map(([key, value]) => [key, masked(key, value)]),
	) as IDataObject;
}
