import fc from 'fast-check';
import { UserError } from 'n8n-workflow';
import { accountOf, accountKeyOf, LoginFailure } from '../../../../nodes/shared/login/account';

let nth = 0;
const newAccount = () => accountOf(`account ${++nth}`);
const giving = (token: string) => jest.fn(async () => await Promise.resolve(token));

describe('an account', () => {
	it('knows no successor of a token that was not rejected', () => {
		const account = newAccount();
		expect([account.newest('a'), account.newest('')]).toEqual(['a', '']);
	});

	it('gives the new token to the one who logged in, and to whoever comes late', async () => {
		const account = newAccount();
		const logIn = giving('b');
		expect(await account.replace('a', logIn)).toBe('b');
		expect(account.newest('a')).toBe('b');
		expect(await account.replace('a', logIn)).toBeUndefined();
		expect(logIn).toHaveBeenCalledTimes(1);
	});

	it('logs in once, however many ask at the same time', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.constantFrom('', 'old', 'older'), { minLength: 1 }),
				async (tokens) => {
					const account = newAccount();
					const logIn = giving('new');
					const asked = tokens.map(async (token) => await account.replace(token, logIn));
					const given = await Promise.all(asked);
					expect(logIn).toHaveBeenCalledTimes(1);
					expect(given.filter((token) => token !== undefined)).toEqual(['new']);
					for (const token of tokens) expect(account.newest(token)).toBe('new');
				},
			),
		);
	});

	it('logs in again when the new token is rejected too', async () => {
		const account = newAccount();
		for (const [rejected, token] of ['ab', 'bc', 'cd']) {
			expect(await account.replace(rejected, giving(token))).toBe(token);
		}
		expect(['a', 'b', 'c', 'd'].map((token) => account.newest(token))).toEqual([...'dddd']);
	});

	it('finds an end although a provider hands out a token it gave before', async () => {
		const account = newAccount();
		await account.replace('a', giving('b'));
		await account.replace('b', giving('a'));
		expect(['a', 'b'].map((token) => account.newest(token))).toEqual(['a', 'a']);
	});

	it('asks again after a login that gave the very same token', async () => {
		const account = newAccount();
		const logIn = giving('a');
		expect(await account.replace('a', logIn)).toBe('a');
		expect(await account.replace('a', logIn)).toBe('a');
		expect(account.newest('a')).toBe('a');
		expect(logIn).toHaveBeenCalledTimes(2);
	});

	it('finds an end whatever tokens a provider hands out', async () => {
		const letter = fc.constantFrom(...'abcde');
		await fc.assert(
			fc.asyncProperty(fc.array(fc.tuple(letter, letter)), async (logins) => {
				const account = newAccount();
				for (const [rejected, token] of logins) {
					const given = await account.replace(rejected, giving(token));
					if (given !== undefined) expect(account.newest(rejected)).toBe(token);
					expect(account.newest(account.newest(rejected))).toBe(account.newest(rejected));
				}
			}),
		);
	});

	it('shares a login that does not succeed with all who wait, and tries anew for the next', async () => {
		const account = newAccount();
		const logIn = jest.fn(async () => await Promise.reject(new Error('refused')));
		const waiting = ['a', 'a', ''].map(async (token) => await account.replace(token, logIn));
		const settled = await Promise.allSettled(waiting);
		expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
		expect(logIn).toHaveBeenCalledTimes(1);
		expect(account.newest('a')).toBe('a');
		expect(await account.replace('a', giving('b'))).toBe('b');
	});

	it('remembers what took the place of 100 tokens and forgets the oldest first', async () => {
		const account = newAccount();
		const token = (index: number) => `token ${index}`;
		for (let index = 0; index < 101; index++)
			await account.replace(token(index), giving(token(index + 1)));
		expect(account.newest(token(0))).toBe(token(0));
		expect(account.newest(token(1))).toBe(token(101));
	});
});

describe('accountOf', () => {
	it('is the same for the same identity and another for another', () => {
		expect(accountOf('same')).toBe(accountOf('same'));
		expect(accountOf('same')).not.toBe(accountOf('other'));
	});

	it('remembers 500 accounts and forgets the one first that was not used for longest', () => {
		const accounts = Array.from({ length: 500 }, (_, index) => accountOf(`of 500, ${index}`));
		expect(accountOf('of 500, 0')).toBe(accounts[0]);
		accountOf('one more');
		expect(accountOf('of 500, 0')).toBe(accounts[0]);
		expect(accountOf('of 500, 2')).toBe(accounts[2]);
		expect(accountOf('of 500, 1')).not.toBe(accounts[1]);
	});
});

describe('identityOf', () => {
	it('tells logins apart, also where their parts together read the same', () => {
		const identities = [
			accountKeyOf('https://a', 'user', 'word'),
			accountKeyOf('https://a', 'user', 'other'),
			accountKeyOf('https://a', 'userw', 'ord'),
			accountKeyOf('https://a', 'user","word'),
			accountKeyOf('https://b', 'user', 'word'),
			accountKeyOf(),
		];
		expect(new Set(identities).size).toBe(identities.length);
		expect(accountKeyOf('https://a', 'user', 'word')).toBe(identities[0]);
	});

	it('takes a value for what it is as text', () => {
		expect(accountKeyOf(1, undefined)).toBe(accountKeyOf('1', 'undefined'));
	});

	it('does not tell the password: 256 bits, in letters that a header may have', () => {
		expect(accountKeyOf('https://a', 'user', 'word')).toMatch(/^[\w-]{43}$/);
	});
});

it('a LoginFailure has the words of its failure, and no HTTP response', () => {
	const failure = { message: 'a', description: 'b', outcome: 'notSent' as const, status: 401 };
	const thrown = new LoginFailure(failure);
	expect(thrown).toBeInstanceOf(UserError);
	expect(thrown).toMatchObject({ message: 'a', description: 'b', failure });
	expect(thrown).not.toHaveProperty('response');
});
