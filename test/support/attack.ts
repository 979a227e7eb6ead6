import axios from 'axios';
import type { AxiosResponse } from 'axios';
import { randomBytes, randomInt } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

/** The address that is attacked, and what the attacker knows. */
export interface Target {
	url: string;
	/** Challenges of the trigger. */
	genuine: string[];
	/** Challenges that it must refuse: another trigger's, altered ones. */
	forged: string[];
	/** The number that is flooded, as typed, and the nth of others. */
	victim: string;
	other: (n: number) => string;
	/** The code of the first genuine challenge, which the attacker hits sometimes. */
	code: string;
}

/** What came of an attack. */
export interface Attacked {
	requests: number;
	seconds: number;
	/** How often each `kind: status reason` was answered. */
	answers: Record<string, number>;
	/** Answers that show the inside of the program. */
	leaks: string[];
}

/** What a request is for, which the count of answers names. */
interface Move {
	kind: 'guess' | 'flood' | 'spread' | 'forged' | 'junk' | 'page';
	body?: unknown;
	headers?: Record<string, string>;
}

const text = (bytes: number) => randomBytes(bytes).toString('base64url');
const one = <T>(values: T[]): T => values[randomInt(values.length)];

function moveOf({ genuine, forged, victim, other, code }: Target, n: number): Move {
	const guess = n % 97 === 0 ? code : String(randomInt(1_000_000)).padStart(6, '0');
	const kind = one<Move['kind']>([
		...(['guess', 'guess', 'guess', 'flood', 'flood'] as const),
		...(['spread', 'forged', 'junk', 'page'] as const),
	]);
	const junk = [
		...[
			{ challenge: { toString: 1 }, code: [] },
			{ phoneNumber: text(200), __proto__: { a: 1 } },
		],
		...[[[[]]], { challenge: genuine, code: null }, { action: text(8), phoneNumber: true }],
		...[{ phoneNumber: '={{ $json }}', reference: '={{ $env }}' }, 'phoneNumber=%', null, 7],
		...[
			{ challenge: text(3_000), resend: true },
			{ phoneNumber: victim, reference: text(400) },
		],
	];
	const bodies: Record<Move['kind'], unknown> = {
		guess: { challenge: one(genuine), code: guess },
		flood: { phoneNumber: victim, request: n % 3 === 0 ? undefined : text(4) },
		spread: { phoneNumber: other(n) },
		forged: {
			challenge: one([...forged, text(120), `2.${text(200)}`]),
			code: guess,
			resend: n % 2 === 0,
		},
		junk: one(junk),
		page: undefined,
	};
	const headers: Array<Record<string, string>> = [
		...[{}, {}, { Accept: 'text/html' }, { Origin: 'https://evil.example' }, { Origin: 'null' }],
		...[{ 'X-Forwarded-For': text(9) }, { 'Content-Type': 'text/plain' }],
		...[{ 'Accept-Language': text(40) }, { 'Content-Type': 'application/x-www-form-urlencoded' }],
	];
	return { kind, body: bodies[kind], headers: one(headers) };
}

const bodyOf = (body: unknown) => (typeof body === 'string' ? body : JSON.stringify(body));

const INSIDE = /\bat [^\s]+ \(|\.[jt]s:\d+|node_modules|stacktrace/i;

/** n8n answers so by itself, or not at all, while it cannot keep up; the trigger did not see the request. */
const isOverloaded = (answer: AxiosResponse<unknown> | undefined): answer is undefined =>
	answer === undefined ||
	(answer.status === 503 && JSON.stringify(answer.data).includes('Database is not ready'));

async function sendTo(url: string, { kind, body, headers }: Move) {
	try {
		return await axios.request<unknown>({
			method: kind === 'page' ? 'GET' : 'POST',
			url,
			data: bodyOf(body),
			headers: { 'Content-Type': 'application/json', ...headers },
			proxy: false,
			maxRedirects: 0,
			validateStatus: () => true,
		});
	} catch {
		return undefined;
	}
}

const OVERLOADED_MS = 500;

/**
 * Sends random moves from many clients at once.
 *
 * @param milliseconds after which it ends, even with fewer requests
 */
export async function attack(
	target: Target,
	{ requests, clients, milliseconds }: { requests: number; clients: number; milliseconds: number },
): Promise<Attacked> {
	const startedAt = Date.now();
	const answers: Record<string, number> = {};
	const leaks: string[] = [];
	let sent = 0;
	const note = ({ kind }: Move, { status, data }: AxiosResponse<unknown>) => {
		const json = typeof data === 'object' ? (data as { reason?: string } | null) : undefined;
		const name = `${kind}: ${status} ${json?.reason ?? (json ? 'JSON' : 'page')}`;
		answers[name] = (answers[name] ?? 0) + 1;
		const shown = typeof data === 'string' ? data : JSON.stringify(data);
		if (INSIDE.test(shown)) leaks.push(shown.slice(0, 300));
	};
	const client = async () => {
		while (sent < requests && Date.now() - startedAt < milliseconds) {
			const move = moveOf(target, sent++);
			const answer = await sendTo(target.url, move);
			if (isOverloaded(answer)) {
				sent--;
				await delay(OVERLOADED_MS);
			} else note(move, answer);
		}
	};
	await Promise.all(Array.from({ length: clients }, client));
	return { requests: sent, seconds: (Date.now() - startedAt) / 1000, answers, leaks };
}

/** How many answers there were of a kind, a status and a reason; all of them unless given. */
export const countOf = ({ answers }: Attacked, pattern: RegExp): number =>
	Object.entries(answers)
		.filter(([name]) => pattern.test(name))
		.reduce((sum, [, count]) => sum + count, 0);
