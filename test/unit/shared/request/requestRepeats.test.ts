import type { Failure } from '../../../../nodes/shared/failure';
import { LoginFailure, noteLoginFailure } from '../../../../nodes/shared/login/attempt';
import type { Answer } from '../../../../nodes/shared/provider';
import { send } from '../../../../nodes/shared/request/request';
import type { Call } from '../../../../nodes/shared/request/call';
import { fakeClock } from '../../support/clock';
import { json } from '../../support/execution';
import type { Respond } from '../../support/execution';
import { failureOf } from '../../support/failure';
import { itemOf } from '../../support/item';

const post: Call = { method: 'POST', path: '/OTP', body: {}, timeout: 4321 };
const NOW = 1_700_000_000_000;
let clock: ReturnType<typeof fakeClock>;

beforeEach(() => (clock = fakeClock(NOW)));
afterEach(() => jest.restoreAllMocks());

const refusedConnection: Respond = () => {
	throw Object.assign(new Error('x'), { code: 'ECONNREFUSED' });
};
const failingFirst =
	(times: number, failing: Respond): Respond =>
	(request, nth) =>
		nth < times ? failing(request, nth) : json({ nth });

it.each<[string, Respond, number[]]>([
	['429', () => json({}, 429), [500, 1000, 2000]],
	['429 that says how long', () => json({}, 429, { 'Retry-After': '7' }), [7000, 7000, 7000]],
	['503 that says how long', () => json({}, 503, { 'retry-after': '1' }), [1000, 1000, 1000]],
	['a refused connection', refusedConnection, [500, 1000, 2000]],
])('is repeated up to three times after %s, with waits between', async (_, failing, waits) => {
	const { item, run, sent } = await itemOf({ respond: failingFirst(3, failing) });
	expect((await send(run, item, post)).body).toEqual({ nth: 3 });
	expect(clock.waits).toEqual(waits);
	expect(sent).toHaveLength(4);
});

it('is not repeated a fourth time', async () => {
	const tired = await itemOf({ respond: () => json({}, 429) });
	expect((await send(tired.run, tired.item, post)).status).toBe(429);
	const alone = await itemOf({ respond: refusedConnection });
	const { outcome } = await failureOf(async () => await send(alone.run, alone.item, post));
	expect([tired.sent.length, alone.sent.length, outcome]).toEqual([4, 4, 'notSent']);
});

it.each<[string, Respond]>([
	['500', () => json({}, 500)],
	['503 without a time', () => json({}, 503)],
	['429 that wants more than a minute', () => json({}, 429, { 'retry-after': '61' })],
])('is not repeated after %s', async (_, failing) => {
	const { item, run, sent } = await itemOf({ respond: failingFirst(1, failing) });
	await send(run, item, post);
	expect([sent.length, clock.waits]).toEqual([1, []]);
});

it.each(['ETIMEDOUT', 'ECONNRESET'])(
	'is not repeated after %s, because it may have been sent',
	async (code) => {
		const broken: Respond = () => {
			throw Object.assign(new Error('x'), { code });
		};
		const { item, run, sent } = await itemOf({ respond: failingFirst(1, broken) });
		await failureOf(async () => await send(run, item, post));
		expect(sent).toHaveLength(1);
	},
);

it('waits while the provider asks another item to wait', async () => {
	const { item, run, sent } = await itemOf({ respond: () => json({}) });
	run.pausedUntil = NOW + 900;
	await send(run, item, post);
	expect([clock.waits, sent.length]).toEqual([[900], 1]);
});

it('is not repeated once the run stops', async () => {
	const { item, run, sent } = await itemOf({
		respond: () => {
			run.stop();
			return json({}, 429);
		},
	});
	const { message } = await failureOf(async () => await send(run, item, post));
	expect(message).toBe('The run was stopped before this item was sent');
	expect(sent).toHaveLength(1);
});

describe('a failed login', () => {
	const failure: Failure = { message: 'No', description: 'Do', outcome: 'notSent', status: 401 };
	const refusedLogin =
		(code?: string, answer?: Answer): Respond =>
		({ credential }) => {
			noteLoginFailure(credential, new LoginFailure(failure, code, answer));
			throw new Error('n8n 1 and 2.0 tell no more');
		};

	it('fails the item with its message, and every later item without another try', async () => {
		const { item, run, sent } = await itemOf({ respond: refusedLogin() });
		const expected = {
			kind: 'api',
			message: 'No',
			description: 'Do',
			outcome: 'notSent',
			status: '401',
		};
		expect(await failureOf(async () => await send(run, item, post))).toEqual({
			...expected,
			itemIndex: 0,
		});
		expect(await failureOf(async () => await send(run, { ...item, index: 1 }, post))).toEqual({
			...expected,
			itemIndex: 1,
		});
		expect([sent.length, run.loginFailures.get(undefined)]).toEqual([1, failure]);
	});

	it.each<[string, Record<string, string>, number, number[]]>([
		['429', {}, 429, [500, 1000]],
		['429 that says how long', { 'retry-after': '7' }, 429, [7000, 7000]],
		['503 that says how long', { 'retry-after': '1' }, 503, [1000, 1000]],
	])('is tried again after %s, as a request is', async (_what, headers, status, waits) => {
		const answer = { status, headers, bodyKind: '' };
		const { item, run, sent } = await itemOf({
			respond: failingFirst(2, refusedLogin('', answer)),
		});
		expect((await send(run, item, post)).status).toBe(200);
		expect([sent.length, run.loginFailures.get(undefined), clock.waits]).toEqual([
			3,
			undefined,
			waits,
		]);
	});

	it('is tried three times more at most, and not after other answers', async () => {
		const failing = async (status: number) => {
			const answer = { status, headers: {}, bodyKind: '' };
			const { item, run, sent } = await itemOf({ respond: refusedLogin('', answer) });
			const { message } = await failureOf(async () => await send(run, item, post));
			expect([message, run.loginFailures.get(undefined)]).toEqual(['No', failure]);
			return sent.length;
		};
		expect([await failing(429), await failing(503), await failing(401)]).toEqual([4, 1, 1]);
	});

	it('is tried again if AntBuddy was not reached', async () => {
		const { item, run, sent } = await itemOf({
			respond: failingFirst(2, refusedLogin('ECONNREFUSED')),
		});
		expect((await send(run, item, post)).status).toBe(200);
		expect([sent.length, run.loginFailures.get(undefined)]).toEqual([3, undefined]);
	});
});
