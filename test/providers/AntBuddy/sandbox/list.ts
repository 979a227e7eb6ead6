import type { FastifyRequest } from 'fastify';
import type { Settings } from '../../../sandbox/settings';
import type { Recent } from '../../../sandbox/shared/recent';
import { Refusal } from '../../../sandbox/shared/refusal';

/**
 * A page of a list, newest first, in one of the forms of Django REST Framework. A bare array cannot name a next page,
 * so it contains all calls.
 * @throws Refusal (404) for a missing page, and (400) for an undocumented query
 */
export function pageOf<T>(
	list: Recent<T>,
	request: FastifyRequest,
	{ antBuddyListShape, antBuddyPageSize: size }: Settings,
	show: (entry: T) => T,
): unknown {
	const { page = '1', ...unknown } = request.query as Record<string, string>;
	const names = Object.keys(unknown);
	if (names.length > 0) {
		throw new Refusal(400, Object.fromEntries(names.map((name) => [name, ['is not known']])));
	}
	if (antBuddyListShape === 'array') return list.newestFirst().map(show);
	const pages = Math.max(1, Math.ceil(list.length / size));
	const number = /^\d+$/.test(page) ? Number(page) : 0;
	if (number < 1 || number > pages) throw new Refusal(404, { detail: 'Invalid page.' });
	const address = `${request.protocol}://${request.host}${request.url.split('?', 1)[0]}`;
	return {
		count: list.length,
		next: number < pages ? `${address}?page=${number + 1}` : null,
		previous: number > 1 ? `${address}?page=${number - 1}` : null,
		[antBuddyListShape]: list.newestFirst({ offset: (number - 1) * size, count: size }).map(show),
	};
}
