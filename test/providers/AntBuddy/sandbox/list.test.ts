import { get, post, sandboxForTests } from '../../../sandbox/tests/client';
import { account, secondAccount } from '../sandbox';
import { antBuddyLogin } from './login';

const sandbox = sandboxForTests();
const list = () => `${sandbox.current.baseUrls.antBuddy}/voice-otp/`;

/** Calls numbers that end in 00, 01, 02 … */
async function call(count: number, owner: typeof account) {
	const login = await antBuddyLogin(sandbox.current, owner);
	for (let i = 0; i < count; i++) {
		await post(list(), { alarm_phonenumber: `09192730${10 + i}`, otp: '1' }, login);
	}
	return login;
}

describe('tokens', () => {
	it.each([
		['no token', {}],
		['an unknown token', { Authorization: 'Bearer x' }],
		['another scheme', { Authorization: 'Basic x' }],
	])('are required, and %s is refused', async (_what, login) => {
		for (const answer of [await get(list(), login), await post(list(), {}, login)]) {
			expect([answer.status, answer.data]).toEqual([401, { detail: expect.any(String) }]);
		}
	});

	it('expire after their lifetime', async () => {
		sandbox.current.configure({ antBuddyTokenLifetime: 0.3 });
		const login = await antBuddyLogin(sandbox.current);
		expect((await get(list(), login)).status).toBe(200);
		await new Promise((passed) => setTimeout(passed, 310));
		const { status, data } = await get(list(), login);
		expect([status, data]).toEqual([401, { detail: 'Token has expired.' }]);
	});

	it('expire all at once on request', async () => {
		const logins = [await antBuddyLogin(sandbox.current), await antBuddyLogin(sandbox.current)];
		sandbox.current.expireTokens();
		for (const login of logins) expect((await get(list(), login)).status).toBe(401);
		expect((await get(list(), await antBuddyLogin(sandbox.current))).status).toBe(200);
	});
});

describe('GET /voice-otp/', () => {
	it('pages through the calls, newest first', async () => {
		sandbox.current.configure({ antBuddyPageSize: 2 });
		const login = await call(5, account);
		const ids: number[][] = [];
		let next: string | null = list();
		while (next) {
			const { data } = await get(next, login);
			expect(data.count).toBe(5);
			ids.push(data.results.map(({ id }: { id: number }) => id));
			expect(data.previous).toBe(ids.length === 1 ? null : `${list()}?page=${ids.length - 1}`);
			next = data.next;
		}
		expect(ids).toEqual([[5, 4], [3, 2], [1]]);
	});

	it('returns ten calls on a page', async () => {
		const login = await call(11, account);
		const { data } = await get(list(), login);
		expect(data.results).toHaveLength(10);
		expect(data.next).toBe(`${list()}?page=2`);
	});

	it('returns an empty list before the first call', async () => {
		const { data } = await get(list(), await antBuddyLogin(sandbox.current));
		expect(data).toEqual({ count: 0, next: null, previous: null, results: [] });
	});

	it('returns only the calls of the account', async () => {
		await call(2, account);
		const login = await call(1, secondAccount);
		expect((await get(list(), login)).data).toMatchObject({ count: 1, results: [{ id: 3 }] });
	});

	it.each(['0', '2', '-1', 'x', '1.5'])('refuses the page %s', async (page) => {
		const login = await call(1, account);
		const { status, data } = await get(`${list()}?page=${page}`, login);
		expect([status, data]).toEqual([404, { detail: 'Invalid page.' }]);
	});

	it('refuses any other query', async () => {
		const login = await antBuddyLogin(sandbox.current);
		const { status, data } = await get(`${list()}?page_size=100`, login);
		expect([status, data]).toEqual([400, { page_size: ['is not known'] }]);
	});

	it('returns a bare array or a list under data on request', async () => {
		const login = await call(2, account);
		sandbox.current.configure({ antBuddyListShape: 'array' });
		expect((await get(list(), login)).data).toMatchObject([{ id: 2 }, { id: 1 }]);
		sandbox.current.configure({ antBuddyListShape: 'data', antBuddyPageSize: 1 });
		const { data } = await get(list(), login);
		expect(data).toMatchObject({ data: [{ id: 2 }], next: `${list()}?page=2` });
		expect(data).not.toHaveProperty('results');
	});

	it('returns how the calls ended, after their time', async () => {
		sandbox.current.configure({ outcomes: { '0919273011': 'notAnswered' }, callbackDelay: 60_000 });
		const login = await call(2, account);
		const statuses = async () =>
			(await get(list(), login)).data.results.map(({ status }: { status: string }) => status);
		expect(await statuses()).toEqual(['queued', 'queued']);
		sandbox.current.configure({ callbackDelay: 0 });
		expect(await statuses()).toEqual(['notAnswered', 'finished']);
		expect(sandbox.current.state.inbox[0]).toMatchObject({ code: '', heard: [] });
	});
});
