import fc from 'fast-check';
import { accountOf } from '../../../../nodes/shared/login/account';

let nth = 0;
const newAccount = () => accountOf('account', ++nth);
const giving = (token: string) => jest.fn(async () => await Promise.resolve(token));

describe('an account', () => {
	it('sends a stored token until it is refused', () => {
		const account = newAccount();
		expect(['', 'a', ''].map((token) => account.use(token))).toEqual(['', 'a', 'a']);
		account.refuse('a');
		account.refuse('');
		expect([account.use('a'), account.use('b')]).toEqual(['', 'b']);
	});

	it('logs in once, and sends the new token instead of a refused one', async () => {
		const account = newAccount();
		const logIn = giving('b');
		account.refuse('a');
		expect(await account.renew(logIn)).toBe('b');
		expect(await account.renew(logIn)).toBeUndefined();
		expect(logIn).toHaveBeenCalledTimes(1);
		expect(['a', '', 'c'].map((token) => account.use(token))).toEqual(['b', 'b', 'c']);
	});

	it('logs in once for any number of simultaneous calls', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.constantFrom('', 'old', 'older'), { minLength: 1 }),
				async (tokens) => {
					const account = newAccount();
					const logIn = giving('new');
					const asked = tokens.map(async (token) => {
						account.refuse(token);
						return await account.renew(logIn);
					});
					const given = await Promise.all(asked);
					expect(logIn).toHaveBeenCalledTimes(1);
					expect(given.filter((token) => token !== undefined)).toEqual(['new']);
					for (const token of tokens) expect(account.use(token)).toBe('new');
				},
			),
		);
	});

	it('logs in again if the new token is refused too', async () => {
		const account = newAccount();
		for (const [refused, token] of ['ab', 'bc', 'cd']) {
			account.refuse(refused);
			expect(await account.renew(giving(token))).toBe(token);
		}
		expect(['a', 'b', 'c', 'd'].map((token) => account.use(token))).toEqual([...'dddd']);
	});

	it('keeps in a run the token that a login returned a second time, though it was refused', async () => {
		const account = newAccount();
		const run = {};
		for (const isGivenUp of [true, false, false]) {
			expect(account.giveUp('a', run)).toBe(isGivenUp);
			await account.renew(giving('a'));
		}
	});

	it('sends a token again that a login returned a second time', async () => {
		const account = newAccount();
		const logIn = giving('a');
		for (let logins = 1; logins < 3; logins++) {
			account.refuse('a');
			expect(account.use('a')).toBe('');
			expect(await account.renew(logIn)).toBe('a');
			expect(account.use('a')).toBe('a');
			expect(logIn).toHaveBeenCalledTimes(logins);
		}
	});

	it('keeps the newest token although an older one is refused late', async () => {
		const account = newAccount();
		account.refuse('a');
		await account.renew(giving('b'));
		account.refuse('a');
		expect(account.use('a')).toBe('b');
	});

	it('shares a failed login with all waiting calls, and tries again for the next', async () => {
		const account = newAccount();
		const logIn = jest.fn(async () => await Promise.reject(new Error('refused')));
		const waiting = [1, 2, 3].map(async () => await account.renew(logIn));
		const settled = await Promise.allSettled(waiting);
		expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
		expect(logIn).toHaveBeenCalledTimes(1);
		expect(await account.renew(giving('b'))).toBe('b');
	});

	it('drops its own token after the use of another, which another process may have stored since', async () => {
		const account = newAccount();
		await account.renew(giving('own'));
		expect([account.use('another’s'), account.use('')]).toEqual(['another’s', 'another’s']);
		account.refuse('another’s');
		expect(account.use('another’s')).toBe('');
	});

	it('distinguishes the token of its own last login from others', async () => {
		const account = newAccount();
		await account.renew(giving('own'));
		account.use('another’s');
		expect(['own', 'another’s', ''].map((token) => account.isOwn(token))).toEqual([
			true,
			false,
			false,
		]);
	});

	it('is given up in a run for a token of another process, any number of times', () => {
		const account = newAccount();
		const run = {};
		expect(['a', 'b', 'b', ''].map((token) => account.giveUp(token, run))).toEqual(
			Array(4).fill(true),
		);
		expect(['a', 'b', 'c'].map((token) => account.use(token))).toEqual(['', '', 'c']);
	});

	it('keeps the token that a run was just given, also if it is refused', async () => {
		const account = newAccount();
		const [run, other] = [{}, {}];
		expect(account.giveUp('a', run)).toBe(true);
		await account.renew(giving('b'));
		expect([account.giveUp('a', run), account.giveUp('b', run)]).toEqual([true, false]);
		expect(account.use('a')).toBe('b');
		// Another run has not logged in for it yet.
		expect([account.giveUp('b', other), account.use('b')]).toEqual([true, '']);
	});

	it('gives up in the same run what was accepted for a minute', async () => {
		const clock = jest.spyOn(Date, 'now').mockReturnValue(0);
		const account = newAccount();
		const run = {};
		account.giveUp('a', run);
		await account.renew(giving('b'));
		account.accept('another’s');
		clock.mockReturnValue(60_000);
		expect(account.giveUp('b', run)).toBe(false);
		account.accept('b');
		expect(account.giveUp('b', run)).toBe(true);
		await account.renew(giving('c'));
		clock.mockReturnValue(119_999);
		expect(account.giveUp('c', run)).toBe(false);
		account.accept('c');
		expect(account.giveUp('c', run)).toBe(false);
		clock.mockReturnValue(120_000);
		expect(account.giveUp('c', run)).toBe(true);
		clock.mockRestore();
	});

	it('keeps 100 refused tokens, and drops the oldest first', () => {
		const account = newAccount();
		for (let index = 0; index < 101; index++) account.refuse(`token ${index}`);
		expect([account.use('token 1'), account.use('token 0')]).toEqual(['', 'token 0']);
	});
});

describe('accountOf', () => {
	it('returns the same account for the same parts, read as text', () => {
		expect(accountOf('https://a', 1, undefined)).toBe(accountOf('https://a', '1', 'undefined'));
	});

	it('distinguishes logins whose parts read the same in a row', () => {
		const found = [
			accountOf('https://a', 'user', 'word'),
			accountOf('https://a', 'user', 'other'),
			accountOf('https://a', 'userw', 'ord'),
			accountOf('https://a', 'user","word'),
			accountOf('https://b', 'user', 'word'),
			accountOf(),
		];
		expect(new Set(found).size).toBe(found.length);
	});

	it('keeps 500 accounts, and drops the least recently used first', () => {
		const accounts = Array.from({ length: 500 }, (_, index) => accountOf('of 500', index));
		expect(accountOf('of 500', 0)).toBe(accounts[0]);
		accountOf('one more');
		expect(accountOf('of 500', 0)).toBe(accounts[0]);
		expect(accountOf('of 500', 2)).toBe(accounts[2]);
		expect(accountOf('of 500', 1)).not.toBe(accounts[1]);
	});
});
