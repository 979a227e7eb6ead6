import type { Effect, Fault } from '../../sandbox/server';

/** What goes wrong, and for which share of the requests. */
const EFFECTS: Array<[rate: number, effect: Effect]> = [
	[0.2, { latency: 30 }],
	[0.003, { status: 429, headers: { 'retry-after': '0' } }],
	[0.001, { status: 503 }],
	[0.001, { status: 500 }],
	[0.001, { html: true }],
	[0.001, { status: 302, headers: { location: '/elsewhere' } }],
	[0.001, { reset: 'beforeProcessing' }],
	[0.001, { reset: 'afterProcessing' }],
	[0.0005, { reset: 'midBody' }],
];

/**
 * The faults of a provider, each with a seed of its own, so that they strike different requests.
 *
 * @param skip - the number of requests before the first strike
 */
export const chaos = (match: Fault['match'], seed: number, skip: number): Fault[] =>
	EFFECTS.map(([rate, effect], at) => ({
		...{ match, skip, rate, do: effect },
		seed: EFFECTS.length * seed + at,
	}));
