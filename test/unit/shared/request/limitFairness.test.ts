import { sendAll } from '../../support/limited';
import { perSecond, SimulatedTime } from '../../support/simulation';
import type { Limiter } from '../../support/simulation';

const NOW = 1_700_000_000_300;
let time: SimulatedTime;

beforeEach(() => (time = new SimulatedTime(NOW)));
afterEach(() => jest.restoreAllMocks());

describe('a request that alone is refused again and again', () => {
	const answering = { retryAfter: '1', refuses: (item: number) => item === 7 };

	it('is given up, and the others are sent', async () => {
		const sending = sendAll(time, 500, perSecond(50), answering);
		const { seconds, reached, statuses, refused } = await sending;
		expect(
			statuses.map((status, item) => (status === 429 ? item : -1)).filter((item) => item >= 0),
		).toEqual([7]);
		expect(reached.reduce((sum, count) => sum + count)).toBe(499);
		expect(seconds).toBeLessThan(30);
		expect(refused).toBeLessThan(150);
	});

	it('is repeated ten times, and slows the others down for the first two only', async () => {
		const open: Limiter = () => ({ isOpen: true });
		const { seconds, refused } = await sendAll(time, 5000, open, answering);
		expect(refused).toBe(10);
		// With a third wait of all it takes 43 seconds, and with ten 66.
		expect(seconds).toBeLessThan(42);
	});
});

it('repeats few requests of a list while what was sent before it slowed down is still answered', async () => {
	const answering = { retryAfter: '1', latency: 3000 };
	const { reached, refused } = await sendAll(time, 1000, perSecond(10), answering);
	expect(reached).toEqual(Array(1000).fill(1));
	expect(refused).toBeLessThan(300);
});

it('does not end a list while an earlier request is under way, which may be let through', async () => {
	const opensLater: Limiter = () => ({ isOpen: Date.now() > NOW + 5000 });
	const latency = (item: number) => (item === 0 ? 20_000 : 100);
	const { statuses } = await sendAll(time, 2, opensLater, { retryAfter: '1', latency });
	expect(statuses).toEqual([200, 200]);
});
