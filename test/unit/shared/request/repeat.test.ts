import fc from 'fast-check';
import {
	MAXIMUM_REPEATS,
	pauseRun,
	waitWhilePaused,
	waitAfterAnswer,
	waitAfterFailure,
} from '../../../../nodes/shared/request/repeat';
import type { Run } from '../../../../nodes/shared/request/run';
import { fakeClock } from '../../support/clock';

const NOW = Date.parse('Wed, 21 Oct 2026 07:28:00 GMT');
const waitAfter = (status: number, retryAfter?: string, repeats = 0) => {
	const headers: Record<string, string> =
		retryAfter === undefined ? {} : { 'retry-after': retryAfter };
	return waitAfterAnswer({ status, headers, bodyKind: 'JSON' }, repeats);
};

beforeEach(() => jest.spyOn(Date, 'now').mockReturnValue(NOW));
afterEach(() => jest.restoreAllMocks());

it('repeats at most three times', () => {
	expect(MAXIMUM_REPEATS).toBe(3);
	expect([0, 1, 2, 3, 4].map((repeats) => waitAfter(429, '2', repeats))).toEqual([
		2000,
		2000,
		2000,
		undefined,
		undefined,
	]);
	const refused = { code: 'ECONNREFUSED' };
	expect([0, 1, 2, 3].map((repeats) => waitAfterFailure(refused, repeats))).toEqual([
		500,
		1000,
		2000,
		undefined,
	]);
});

it('waits longer each time if a 429 names no time', () => {
	expect([0, 1, 2].map((repeats) => waitAfter(429, undefined, repeats))).toEqual([500, 1000, 2000]);
	for (const header of ['soon', '', '5s', 'in 5']) expect(waitAfter(429, header)).toBe(500);
});

it.each([
	['0', 0],
	['1', 1000],
	[' 2 ', 2000],
	['1.5', 1500],
	['60', 60_000],
	['Wed, 21 Oct 2026 07:28:30 GMT', 30_000],
	['Wed, 21 Oct 2026 07:29:00 GMT', 60_000],
	['Wed, 21 Oct 2015 07:28:00 GMT', 0],
])('reads Retry-After: %s', (header, expected) => {
	expect(waitAfter(429, header)).toBe(expected);
	expect(waitAfter(503, header)).toBe(expected);
});

it.each(['60.001', '61', '99999999999999999999', 'Wed, 21 Oct 2026 07:29:01 GMT'])(
	'does not wait longer than a minute: %s',
	(header) => {
		expect(waitAfter(429, header)).toBeUndefined();
		expect(waitAfter(503, header)).toBeUndefined();
	},
);

it.each([undefined, 'soon', '', '1 2', '5s'])(
	'does not repeat a 503 with Retry-After %j, which may have been processed',
	(header) => {
		expect(waitAfter(503, header)).toBeUndefined();
	},
);

it.each([200, 400, 408, 428, 430, 500, 502, 504])('repeats no other answer: %j', (status) => {
	expect(waitAfter(status, '1')).toBeUndefined();
});

it('repeats only requests that were not processed, after a limited wait, for any header', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 100, max: 599 }),
			fc.string(),
			fc.nat(5),
			(status, header, repeats) => {
				const wait = waitAfter(status, header, repeats);
				if (wait === undefined) return;
				expect([429, 503]).toContain(status);
				expect(repeats).toBeLessThan(3);
				expect(wait >= 0 && wait <= 60_000).toBe(true);
			},
		),
		{ numRuns: 500 },
	);
});

it.each(['ETIMEDOUT', 'ECONNRESET', 'ENETUNREACH'])('does not repeat after %s', (code) => {
	expect(waitAfterFailure({ code }, 0)).toBeUndefined();
});

describe('pausing a run', () => {
	const pausedRun = (pausedUntil: number, stopped = new AbortController().signal) =>
		({ pausedUntil, stopped }) as Run;

	it('lasts as long as the longest wait that a provider asked for', () => {
		const run = pausedRun(0);
		pauseRun(run, 500);
		expect(run.pausedUntil).toBe(NOW + 500);
		pauseRun(run, 200);
		expect(run.pausedUntil).toBe(NOW + 500);
		pauseRun(run, 900);
		expect(run.pausedUntil).toBe(NOW + 900);
	});

	it('holds requests back, even if it becomes longer meanwhile', async () => {
		const clock = fakeClock(NOW);
		const run = pausedRun(NOW + 500);
		const waiting = waitWhilePaused(run);
		pauseRun(run, 800);
		await waiting;
		expect(clock.waits).toEqual([500, 300]);
	});

	it.each([NOW, NOW - 1, 0])('does not hold requests back after %j', async (pausedUntil) => {
		const { waits } = fakeClock(NOW);
		await waitWhilePaused(pausedRun(pausedUntil));
		expect(waits).toEqual([]);
	});

	it('ends when the run stops', async () => {
		const { waits } = fakeClock(NOW);
		await waitWhilePaused(pausedRun(NOW + 60_000, AbortSignal.abort()));
		expect(waits).toEqual([]);
	});
});
