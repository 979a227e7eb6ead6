import { runPool } from '../../../nodes/shared/items/pool';
import type { Call } from '../../../nodes/shared/request/call';
import { send } from '../../../nodes/shared/request/request';
import { bodyOf, json } from './execution';
import type { Respond } from './execution';
import { itemOf } from './item';
import type { Limiter, SimulatedTime } from './simulation';

/** How a provider with a limit answers. */
export interface Answering {
	/** Milliseconds, for each item or for all; half of them pass before the limit is looked at. */
	latency?: number | ((item: number) => number);
	status?: number;
	retryAfter?: string;
	/** The items that the provider refuses whatever the limit. */
	refuses?: (item: number) => boolean;
}

/** Sends the items to a provider with this limit, 100 at once. */
export async function sendAll(
	time: SimulatedTime,
	count: number,
	limiter: Limiter,
	{ latency = 100, status = 429, retryAfter, refuses = () => false }: Answering = {},
) {
	const headers: Record<string, string> =
		retryAfter === undefined ? {} : { 'retry-after': retryAfter };
	const reached: number[] = Array(count).fill(0);
	const respond: Respond = async (request) => {
		const item = bodyOf(request).item as number;
		const way = (typeof latency === 'number' ? latency : latency(item)) / 2;
		await time.wait(way);
		const { isOpen, ends } = refuses(item) ? { isOpen: false } : limiter();
		if (isOpen) reached[item]++;
		await time.wait(way);
		ends?.();
		return isOpen ? json({}) : json({ message: 'Slow down' }, status, headers);
	};
	const { run, sent, item: sender } = await itemOf({ respond });
	const statuses: number[] = [];
	const sendItem = async (item: number) => {
		const call: Call = { method: 'POST', path: '/OTP', body: { item }, timeout: 4321 };
		statuses[item] = (await send(run, sender, call)).status;
	};
	const pool = runPool(count, { maxConcurrency: 100 }, run.stopped, sendItem);
	const seconds = (await time.during(pool)) / 1000;
	return { seconds, reached, statuses, refused: sent.length - count };
}
