import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { NotStarted } from '../../../../nodes/shared/failure';
import { accountOf } from '../../../../nodes/shared/login/account';
import type { Answer, Provider, TokenLogin } from '../../../../nodes/shared/provider';
import { send } from '../../../../nodes/shared/request/request';
import type { Call } from '../../../../nodes/shared/request/call';
import { json } from '../../support/execution';
import { failureOf } from '../../support/failure';
import { itemOf, testProvider } from '../../support/item';

const post: Call = { method: 'POST', path: '/OTP', body: {}, timeout: 4321 };
const provider: Provider = {
	...testProvider,
	login: {
		accountParts: ({ user }) => [user],
		tokenIn: ({ token }) => String(token),
		withToken: (credential, token) => ({ ...credential, token }),
	},
};
type Stored = ICredentialDataDecryptedObject | Error;
type IsRefused = TokenLogin['isRefused'];
const STORE_FAILS = new Error('The store cannot be read');

let nth = 0;

/**
 * A run that began with a token, while n8n's store now has another, maybe of another user. What n8n does where there is no
 * token, a login, gives tokens of its own: own-1, own-2, …
 */
async function runWith(
	{ token = '', stored = {} as Stored, cancelled = false, isRefused = undefined as IsRefused },
	answerTo: (token: string) => boolean | number,
) {
	const user = `user ${++nth}`;
	const account = accountOf(user);
	const tokens: string[] = [];
	const cancelling = new AbortController();
	let logins = 0;
	const credential = { baseUrl: 'https://api.example.com', user, token };
	const { item, run, sent, context } = await itemOf({
		provider: { ...provider, login: { ...provider.login!, isRefused } },
		credential,
		cancel: cancelling.signal,
		respond: async (request) => {
			if (request.credential.token === '') {
				await account.renew(async () => await Promise.resolve(`own-${++logins}`));
				request.credential.token = account.use('');
			}
			if (cancelled) cancelling.abort();
			tokens.push(String(request.credential.token));
			const answer = answerTo(tokens.at(-1)!);
			return json({ tokens }, typeof answer === 'number' ? answer : answer ? 200 : 401);
		},
	});
	const read = jest.spyOn(context, 'getCredentials').mockImplementation(async () => {
		if (stored instanceof Error) throw stored;
		return await Promise.resolve({ ...credential, ...stored } as never);
	});
	return { item, run, sent, tokens, account, read, logins: () => logins };
}

const only = (accepted: string) => (token: string) => token === accepted;

it('sends an accepted token without reading the store', async () => {
	const { item, run, tokens, read } = await runWith({ token: 'first' }, only('first'));
	expect((await send(run, item, post)).status).toBe(200);
	expect([tokens, read.mock.calls]).toEqual([['first'], []]);
});

it.each([
	['after a refused one', 'expired', ['expired', 'another’s']],
	['where there is none', '', ['another’s']],
])('takes the token that another process stored, %s', async (_when, token, expected) => {
	const stored = { token: 'another’s' };
	const { item, run, tokens, logins, read } = await runWith({ token, stored }, only('another’s'));
	expect((await send(run, item, post)).status).toBe(200);
	expect([tokens, logins()]).toEqual([expected, 0]);
	expect(read.mock.calls).toEqual([['testApi', 0]]);
});

it.each<[string, ICredentialDataDecryptedObject | Error]>([
	['none', { token: '' }],
	['the refused one still', { token: 'expired' }],
	['one of another account', { token: 'another’s', user: 'somebody else' }],
	['nothing to be read', STORE_FAILS],
])('logs in once if the store has %s', async (_what, stored) => {
	const { item, run, tokens, logins } = await runWith({ token: 'expired', stored }, only('own-1'));
	expect((await send(run, item, post)).status).toBe(200);
	expect([tokens, logins()]).toEqual([['expired', 'own-1'], 1]);
});

it('logs in once if the token of another process has expired too', async () => {
	const stored = { token: 'another’s' };
	const { item, run, tokens, logins } = await runWith({ token: 'old', stored }, only('own-1'));
	expect((await send(run, item, post)).status).toBe(200);
	expect([tokens, logins()]).toEqual([['old', 'another’s', 'own-1'], 1]);
});

it('returns the 401 if a token is refused that this process logged in for', async () => {
	const { item, run, tokens, logins } = await runWith({ token: 'old' }, () => false);
	expect((await send(run, item, post)).status).toBe(401);
	expect([tokens, logins()]).toEqual([['old', 'own-1'], 1]);
});

it('logs in once if its own last token and the token of another process have expired', async () => {
	const { item, run, tokens, account } = await runWith({ token: 'another’s' }, only('own-1'));
	await account.renew(async () => await Promise.resolve('own-0'));
	expect((await send(run, item, post)).status).toBe(200);
	expect(tokens).toEqual(['another’s', 'own-1']);
});

it('logs in once more if a token expires as soon as this process has it', async () => {
	const { item, run, tokens, logins } = await runWith({}, only('own-2'));
	expect((await send(run, item, post)).status).toBe(200);
	expect([tokens, logins()]).toEqual([['own-1', 'own-2'], 2]);
});

it('returns the 401 if three tokens are refused', async () => {
	const stored = { token: 'another’s' };
	const { item, run, tokens } = await runWith({ token: 'old', stored }, () => false);
	expect((await send(run, item, post)).status).toBe(401);
	expect(tokens).toEqual(['old', 'another’s', 'own-1']);
});

it('returns the 401 though another process goes on getting tokens, if three are refused', async () => {
	let reads = 0;
	const stored = {
		get token() {
			return `another’s ${++reads}`;
		},
	};
	const { item, run, tokens } = await runWith({ token: 'old', stored }, only('another’s 3'));
	expect((await send(run, item, post)).status).toBe(401);
	expect(tokens).toEqual(['old', 'another’s 1', 'another’s 2']);
});

it('logs in once for any number of requests whose tokens are all refused', async () => {
	const { item, run, logins } = await runWith({ token: 'old' }, () => false);
	for (let times = 0; times < 3; times++) expect((await send(run, item, post)).status).toBe(401);
	const more = Array.from({ length: 50 }, async () => await send(run, item, post));
	for (const { status } of await Promise.all(more)) expect(status).toBe(401);
	expect(logins()).toBe(1);
});

it('asks the provider which answers refuse a token', async () => {
	const isRefused = ({ status }: Answer) => status === 403;
	const answers = (token: string) => (token === 'old' ? 403 : 401);
	const { item, run, tokens } = await runWith({ token: 'old', isRefused }, answers);
	expect((await send(run, item, post)).status).toBe(401);
	expect(tokens).toEqual(['old', 'own-1']);
});

it('asks it only about answers: without one, says what broke the request off', async () => {
	const isRefused = ({ headers }: Answer) => headers.location === '/login';
	const { item, run } = await runWith({ token: 'first', isRefused }, () => {
		throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
	});
	const { outcome } = await failureOf(async () => await send(run, item, post));
	expect(outcome).toBe('unknown');
});

it.each([
	[200, true],
	[299, true],
	[300, false],
	[403, false],
	[500, false],
])('takes a token for accepted after a %i: %j', async (status, isAccepted) => {
	const { item, run, account } = await runWith({ token: 'first' }, () => status);
	const accept = jest.spyOn(account, 'accept');
	await send(run, item, post);
	expect(accept.mock.calls).toEqual(isAccepted ? [['first']] : []);
});

it('takes the token that another request got, without reading the store', async () => {
	const { item, run, tokens, account, read } = await runWith({ token: 'old' }, only('own-0'));
	account.refuse('old');
	await account.renew(async () => await Promise.resolve('own-0'));
	expect((await send(run, item, post)).status).toBe(200);
	expect([tokens, read.mock.calls]).toEqual([['own-0'], []]);
});

it('gives each attempt its own copy of the credential', async () => {
	const { item, run, sent } = await runWith({ token: 'old' }, only('own-1'));
	await send(run, item, post);
	expect(sent.map(({ credential }) => credential.token)).toEqual(['old', 'own-1']);
	expect(item.credential.token).toBe('old');
});

it('returns every token that was sent as a secret of the answer', async () => {
	const stored = { token: 'of-another' };
	const { item, run } = await runWith({ token: 'long-expired', stored }, () => false);
	const { secrets } = await send(run, item, post);
	expect(secrets).toEqual(expect.arrayContaining(['long-expired', 'of-another']));
});

it('sends nothing after a refusal if the run was cancelled meanwhile', async () => {
	const { item, run, tokens, logins } = await runWith(
		{ token: 'old', cancelled: true },
		() => false,
	);
	await expect(send(run, item, post)).rejects.toThrow(NotStarted);
	expect([tokens, logins()]).toEqual([['old'], 0]);
});

it('renews nothing after other answers than 401, or if tokens do not expire', async () => {
	const forbidden = await itemOf({
		provider,
		credential: { baseUrl: 'https://api.example.com', token: 'first', user: 'forbidden' },
		respond: () => json({}, 403),
	});
	expect((await send(forbidden.run, forbidden.item, post)).status).toBe(403);
	const fixed = await itemOf({ respond: () => json({}, 401) });
	expect((await send(fixed.run, fixed.item, post)).status).toBe(401);
	expect([forbidden.sent.length, fixed.sent.length]).toEqual([1, 1]);
});
