import { checkFault } from './fault';
import type { Effect, Fault } from './fault';

export interface Suspect {
	provider: string;
	method: string;
	path: string;
	/** The digits of the request's numbers; read only if a fault needs them. */
	recipients(): string[];
	/** Whether the request carries a login that can expire. */
	presentsLogin: boolean;
}

interface Armed {
	fault: Fault;
	matched: number;
	struck: number;
	/** The second of the last matching request, and how many came in it. */
	second: number;
	inSecond: number;
	random: () => number;
}

/** The pending faults. Each request is matched with them in the order in which they were added. */
export class Faults {
	private armed: Armed[] = [];

	get size(): number {
		return this.armed.length;
	}

	/** @throws Error naming the fault's invalid fields */
	add(fault: unknown): void {
		checkFault(fault);
		this.armed.push({
			...{ fault, matched: 0, struck: 0, second: 0, inSecond: 0 },
			random: seededRandom(fault.seed ?? 1),
		});
	}

	clear(): void {
		this.armed = [];
	}

	/** The effects on a request: any number of latencies, then at most one effect of another kind. */
	strike(request: Suspect): Effect[] {
		const effects: Effect[] = [];
		for (const armed of this.armed) {
			if (!matches(armed.fault, request) || !isDue(armed)) continue;
			effects.push(armed.fault.do);
			if (!('latency' in armed.fault.do)) break;
		}
		return effects;
	}
}

function matches({ match, do: effect }: Fault, request: Suspect): boolean {
	if (match.provider !== undefined && match.provider !== request.provider) return false;
	if (match.method !== undefined && match.method !== request.method) return false;
	if (match.path !== undefined && !request.path.endsWith(match.path)) return false;
	if ('expiredToken' in effect && !request.presentsLogin) return false;
	const { recipient } = match;
	return recipient === undefined || request.recipients().some((to) => to.endsWith(recipient));
}

function isDue(armed: Armed): boolean {
	const { skip = 0, rate = 1, times = Infinity, beyondPerSecond = 0 } = armed.fault;
	armed.matched++;
	if (placeInSecond(armed) <= beyondPerSecond) return false;
	if (armed.matched <= skip || armed.struck >= times || armed.random() >= rate) return false;
	armed.struck++;
	return true;
}

function placeInSecond(armed: Armed): number {
	const second = Math.floor(Date.now() / 1000);
	if (second !== armed.second) armed.inSecond = 0;
	armed.second = second;
	return ++armed.inSecond;
}

/** Mulberry32: the same numbers from 0 to below 1 for the same seed, so that a failed run can be repeated. */
function seededRandom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
