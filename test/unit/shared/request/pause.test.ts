import { getEventListeners } from 'node:events';
import { pause } from '../../../../nodes/shared/request/pause';

const never = new AbortController().signal;

async function millisecondsOf(work: Promise<void>): Promise<number> {
	const start = performance.now();
	await work;
	return performance.now() - start;
}

it('waits the given time', async () => {
	// Timers may fire a little early by the other clock.
	expect(await millisecondsOf(pause(40, never))).toBeGreaterThan(35);
});

it.each([0.25, 1.5, 2.0001])('waits %j milliseconds, which is not a whole number', async (time) => {
	await expect(pause(time, never)).resolves.toBeUndefined();
});

it.each([0, -1, NaN, -Infinity])('does not wait %p milliseconds', async (time) => {
	const timeout = jest.spyOn(AbortSignal, 'timeout');
	await pause(time, never);
	expect(timeout).not.toHaveBeenCalled();
	timeout.mockRestore();
});

it('does not wait if the run has stopped', async () => {
	const timeout = jest.spyOn(AbortSignal, 'timeout');
	await pause(60_000, AbortSignal.abort());
	expect(timeout).not.toHaveBeenCalled();
	timeout.mockRestore();
});

it('ends at once when the run stops', async () => {
	const stopping = new AbortController();
	const waiting = pause(60_000, stopping.signal);
	stopping.abort();
	expect(await millisecondsOf(waiting)).toBeLessThan(5000);
});

it("leaves no listener on the run's signal, which outlives many waits", async () => {
	const stopped = new AbortController().signal;
	const waiting = pause(1, stopped);
	expect(getEventListeners(stopped, 'abort')).toHaveLength(1);
	await waiting;
	expect(getEventListeners(stopped, 'abort')).toHaveLength(0);
});

it.each([2 ** 31, 2 ** 40, Infinity])('waits for %j, and does not return at once', async (time) => {
	const timeout = jest.spyOn(AbortSignal, 'timeout');
	const stopping = new AbortController();
	const waiting = pause(time, stopping.signal);
	expect(timeout).toHaveBeenCalledWith(2_147_483_647);
	timeout.mockRestore();
	stopping.abort();
	await waiting;
});
