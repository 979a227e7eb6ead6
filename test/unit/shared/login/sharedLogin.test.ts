import { sleep } from 'n8n-workflow';
import { logInOnce } from '../../../../nodes/shared/login/sharedLogin';
import type { LoginStore, StoredLogin } from '../../../../nodes/shared/login/sharedLogin';

jest.mock('n8n-workflow', () => ({ ...jest.requireActual('n8n-workflow'), sleep: jest.fn() }));

/** Time that passes only while somebody sleeps, or where a test says so. */
let now: number;
const sleepers: Array<{ at: number; wake: () => void }> = [];

beforeEach(() => {
	now = 1_700_000_000_000;
	sleepers.length = 0;
	jest.spyOn(Date, 'now').mockImplementation(() => now);
	jest
		.mocked(sleep)
		.mockImplementation(
			async (milliseconds) =>
				await new Promise<void>((wake) => sleepers.push({ at: now + milliseconds, wake })),
		);
});
afterEach(() => jest.restoreAllMocks());

const settle = async () => {
	for (let turn = 0; turn < 50; turn++) await Promise.resolve();
};

/** Lets time pass until all are done. */
async function run<Result>(
	work: Array<Promise<Result>>,
): Promise<Array<PromiseSettledResult<Result>>> {
	let isDone = false;
	const all = Promise.allSettled(work).finally(() => (isDone = true));
	for (await settle(); !isDone; await settle()) {
		sleepers.sort((one, other) => one.at - other.at);
		const next = sleepers.shift();
		if (!next) throw new Error('Nobody sleeps and nobody is done');
		now = Math.max(now, next.at);
		next.wake();
	}
	return await all;
}

const takes = async (milliseconds: number) => await sleep(milliseconds);

/** A store that several processes share; reading and writing take their time. */
class SharedStore {
	login: StoredLogin = { token: '', claim: '' };

	readonly claims: string[] = [];

	/** One process's way to it. */
	by({ reading = 2, writing = 5, isContended = true } = {}): LoginStore {
		return {
			isContended,
			read: async () => {
				await takes(reading);
				return { ...this.login };
			},
			claim: async (claim) => {
				const { token } = this.login;
				await takes(writing);
				this.claims.push(claim);
				this.login = { token, claim };
			},
		};
	}
}

/** A provider that counts logins. */
class Logins {
	count = 0;

	constructor(private readonly latency = 300) {}

	/** Logs in, and has n8n store the token. */
	into = (store: SharedStore) => async () => {
		const token = `token ${++this.count}`;
		await takes(this.latency);
		store.login = { token, claim: '' };
		return token;
	};
}

const tokensOf = (settled: Array<PromiseSettledResult<{ token: string }>>) =>
	settled.map((result) => (result.status === 'fulfilled' ? result.value.token : result.reason));

describe('one process', () => {
	it('claims, waits, looks and logs in', async () => {
		const store = new SharedStore();
		const logins = new Logins();
		const [result] = await run([logInOnce('', store.by(), logins.into(store))]);
		expect(result).toEqual({
			status: 'fulfilled',
			value: { token: 'token 1', by: 'this process' },
		});
		expect(store.claims).toEqual([expect.stringMatching(/^[\da-f-]{36} \d{13}$/)]);
		expect(now - 1_700_000_000_000).toBeLessThan(300 + 550);
	});

	it('takes what another stored, without a claim', async () => {
		const store = new SharedStore();
		store.login.token = 'newer';
		const logins = new Logins();
		const [result] = await run([logInOnce('old', store.by(), logins.into(store))]);
		expect(result).toMatchObject({ value: { token: 'newer', by: 'another' } });
		expect([logins.count, store.claims]).toEqual([0, []]);
	});

	it('does not take the rejected token for a newer one', async () => {
		const store = new SharedStore();
		store.login.token = 'old';
		const logins = new Logins();
		expect(tokensOf(await run([logInOnce('old', store.by(), logins.into(store))]))).toEqual([
			'token 1',
		]);
	});

	it('does not take an emptied token for a newer one', async () => {
		const store = new SharedStore();
		const logins = new Logins();
		expect(tokensOf(await run([logInOnce('old', store.by(), logins.into(store))]))).toEqual([
			'token 1',
		]);
	});

	it('takes what another stored while it claimed the login', async () => {
		const store = new SharedStore();
		const logins = new Logins();
		const claim = async () => {
			store.login = { token: 'newer', claim: '' };
		};
		const [result] = await run([logInOnce('', { ...store.by(), claim }, logins.into(store))]);
		expect(result).toMatchObject({ value: { token: 'newer', by: 'another' } });
		expect(logins.count).toBe(0);
	});

	it('neither claims nor waits where nobody else can want the same', async () => {
		const store = new SharedStore();
		const logins = new Logins();
		await run([logInOnce('', store.by({ isContended: false }), logins.into(store))]);
		expect([logins.count, store.claims]).toEqual([1, []]);
		expect(now - 1_700_000_000_000).toBe(302);
	});

	it('logs in although n8n stores no claim', async () => {
		const store = { isContended: true, read: async () => ({ token: '', claim: '' }) };
		const claim = jest.fn(async () => {});
		const [result] = await run([logInOnce('', { ...store, claim }, async () => 'token')]);
		expect(result).toMatchObject({ value: { token: 'token', by: 'this process' } });
		expect(claim).toHaveBeenCalledTimes(1);
	});

	it('takes its claim back where the login does not succeed', async () => {
		const store = new SharedStore();
		const refused = async () => await Promise.reject(new Error('refused'));
		const [result] = await run([logInOnce('', store.by(), refused)]);
		expect(result).toMatchObject({ status: 'rejected', reason: { message: 'refused' } });
		expect(store.login).toEqual({ token: '', claim: '' });
		expect(store.claims).toHaveLength(2);
	});

	it.each([
		['of a process that ended long ago', () => `dead ${now - 35_001}`],
		['from a clock that is far ahead', () => `ahead ${now + 36_000}`],
		['that nobody made', () => 'nonsense'],
	])('is not held up by a claim %s', async (_what, claim) => {
		const store = new SharedStore();
		store.login.claim = claim();
		const logins = new Logins();
		await run([logInOnce('', store.by(), logins.into(store))]);
		expect(logins.count).toBe(1);
		expect(now - 1_700_000_000_000).toBeLessThan(1000);
	});

	it('waits for a claim of now, and goes on when its process ended', async () => {
		const store = new SharedStore();
		store.login.claim = `dead ${now - 20_000}`;
		const logins = new Logins();
		const [result] = await run([logInOnce('', store.by(), logins.into(store))]);
		expect(result).toMatchObject({ value: { token: 'token 1', by: 'this process' } });
		expect(now - 1_700_000_000_000).toBeGreaterThan(14_999);
		expect(now - 1_700_000_000_000).toBeLessThan(17_000);
	});

	it('logs in at last where others claim without end', async () => {
		const store = { isContended: true, claim: async () => {} };
		const read = async () => ({ token: '', claim: `other ${now}` });
		const [result] = await run([logInOnce('', { ...store, read }, async () => 'token')]);
		expect(result).toMatchObject({ value: { token: 'token', by: 'this process' } });
		expect(now - 1_700_000_000_000).toBeGreaterThan(34_999);
	});
});

describe('several processes', () => {
	/** Starts one process after so many milliseconds. */
	const after = async (
		delay: number,
		store: SharedStore,
		logins: Logins,
		rejected: string,
		speed = {},
	) => {
		await takes(delay);
		return await logInOnce(rejected, store.by(speed), logins.into(store));
	};

	it.each([0, 1, 2, 3, 5, 7, 8, 50, 499, 505, 700, 900])(
		'log in once, %i ms after one another, without a token and with one that expired',
		async (delay) => {
			for (const rejected of ['', 'expired']) {
				const store = new SharedStore();
				store.login.token = rejected;
				const logins = new Logins();
				const work = [0, delay, 2 * delay].map(
					async (wait) => await after(wait, store, logins, rejected),
				);
				expect(tokensOf(await run(work))).toEqual(['token 1', 'token 1', 'token 1']);
				expect(logins.count).toBe(1);
			}
		},
	);

	it.each([
		{ reading: 100, writing: 300 },
		{ reading: 300, writing: 900 },
	])('log in once although the store is slow: %j', async (slow) => {
		for (const delay of [0, 10, 100, 200, 400, 850]) {
			const store = new SharedStore();
			// So slow that the token does not settle the matter.
			const logins = new Logins(3000);
			const work = [0, delay].map(async (wait) => await after(wait, store, logins, '', slow));
			await run(work);
			expect([delay, logins.count]).toEqual([delay, 1]);
		}
	});

	it('try one after the other where no login succeeds', async () => {
		const store = new SharedStore();
		let atOnce = 0;
		const refused = async () => {
			expect(++atOnce).toBe(1);
			await takes(300);
			atOnce--;
			throw new Error('refused');
		};
		const work = [0, 3].map(async (delay) => {
			await takes(delay);
			return await logInOnce('', store.by(), refused);
		});
		expect((await run(work)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
	});
});
