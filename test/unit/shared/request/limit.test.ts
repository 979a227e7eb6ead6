import { send } from '../../../../nodes/shared/request/request';
import type { Call } from '../../../../nodes/shared/request/call';
import { settle } from '../../support/clock';
import { json } from '../../support/execution';
import type { Respond } from '../../support/execution';
import { itemOf } from '../../support/item';
import { sendAll } from '../../support/limited';
import type { Answering } from '../../support/limited';
import { atOnce, perSecond, SimulatedTime, tokenBucket } from '../../support/simulation';
import type { Limiter } from '../../support/simulation';

const NOW = 1_700_000_000_300;
let time: SimulatedTime;

beforeEach(() => (time = new SimulatedTime(NOW)));
afterEach(() => jest.restoreAllMocks());

describe('a list under a limit', () => {
	const retryAfter = '1';

	it.each<[string, () => Limiter, Answering, number, number]>([
		['10 a second', () => perSecond(10), { retryAfter }, 1000, 100],
		['10 a second, slow answers', () => perSecond(10), { retryAfter, latency: 1000 }, 1000, 100],
		['10 a second, with 503', () => perSecond(10), { retryAfter, status: 503 }, 1000, 100],
		['10 a second, no time', () => perSecond(10), {}, 1000, 100],
		['50 a second', () => perSecond(50), { retryAfter, latency: 20 }, 1000, 20],
		['1 a second', () => perSecond(1), { retryAfter }, 200, 200],
		['a bucket of 10', () => tokenBucket(10), { retryAfter }, 1000, 100],
		['a bucket of 10, no time', () => tokenBucket(10), {}, 1000, 100],
		['5 at once', () => atOnce(5), { latency: 200 }, 1000, 40],
		['5 at once, slow answers', () => atOnce(5), { latency: 5000 }, 50, 50],
	])(
		'is sent in 1.3 times the least time, each once: %s',
		async (_, limiter, answering, count, least) => {
			const { seconds, reached, statuses, refused } = await sendAll(
				time,
				count,
				limiter(),
				answering,
			);
			expect(new Set(statuses)).toEqual(new Set([200]));
			expect(reached).toEqual(Array(count).fill(1));
			expect(seconds).toBeLessThan(1.3 * least);
			// The first hundred are all sent at once; later refusals are few.
			expect(refused).toBeLessThan(200 + count / 10);
		},
	);

	it('is sent as fast as before soon after a single refusal', async () => {
		let nth = 0;
		const { seconds, reached } = await sendAll(time, 5000, () => ({ isOpen: ++nth !== 150 }), {
			retryAfter,
		});
		expect(reached).toEqual(Array(5000).fill(1));
		expect(seconds).toBeLessThan(5000 / 100 / 10 + 10);
	});
});

describe('a provider that lets nothing through', () => {
	const closed: Limiter = () => ({ isOpen: false });

	it.each(['0', '1', '60'])('ends a list after three waits: Retry-After %s', async (retryAfter) => {
		const { seconds, statuses } = await sendAll(time, 1000, closed, { retryAfter });
		expect(new Set(statuses)).toEqual(new Set([429]));
		expect(seconds).toBeLessThan(5 * Number(retryAfter) + 5);
	});

	it('ends a list that it refuses slowly', async () => {
		const { seconds } = await sendAll(time, 300, closed, { retryAfter: '1', latency: 5000 });
		expect(seconds).toBeLessThan(120);
	});

	it('does not end a list if it lets something through later', async () => {
		const { statuses } = await sendAll(time, 500, () => ({ isOpen: Date.now() > NOW + 3000 }), {
			retryAfter: '1',
		});
		expect(new Set(statuses)).toEqual(new Set([200]));
	});
});

it('sends without a pace while nothing is refused', async () => {
	const { seconds } = await sendAll(time, 1000, () => ({ isOpen: true }));
	expect(seconds).toBe(1);
});

it('sends nothing after the run stopped, and waits no longer', async () => {
	const refuse: Respond = async () => {
		await new Promise((resolve) => setImmediate(resolve));
		return json({}, 429, { 'retry-after': '30' });
	};
	const { run, sent, item } = await itemOf({ respond: refuse });
	const call: Call = { method: 'POST', path: '/OTP', body: {}, timeout: 4321 };
	const all = Promise.allSettled(
		Array.from({ length: 20 }, async () => await send(run, item, call)),
	);
	await settle();
	expect(sent).toHaveLength(20);
	run.stop();
	expect(new Set((await all).map(({ status }) => status))).toEqual(new Set(['rejected']));
	expect([sent.length, Date.now()]).toEqual([20, NOW]);
});
