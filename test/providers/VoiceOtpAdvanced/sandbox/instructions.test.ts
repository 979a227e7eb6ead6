import { basicAuthorization } from '../../../sandbox/providers/http';
import { post, sandboxForTests } from '../../../sandbox/tests/client';
import { account, cmLogin } from '../sandbox';

const sandbox = sandboxForTests();
const { bearerToken, productToken } = account;
const basic = { Authorization: basicAuthorization(account) };
const bearer = { Authorization: `Bearer ${bearerToken}` };
const many = { caller: '+31612345670', code: '0123' };
const good = { ...many, callee: '+31612345678' };
const send = (body: unknown, headers: object = cmLogin) =>
	post(`${sandbox.current.baseUrls.cmVoice}/OTP`, body, headers);

describe('the login', () => {
	it.each([
		['the product token', cmLogin],
		['a bearer token', bearer],
		['basic', basic],
	])('accepts %s', async (_what, login) => {
		expect((await send(good, login)).status).toBe(200);
	});

	it.each([
		['nothing', {}],
		['a wrong product token', { 'X-CM-PRODUCTTOKEN': 'x' }],
		['a wrong bearer token', { Authorization: `Bearer ${productToken}` }],
		[
			'a wrong password',
			{ Authorization: basicAuthorization({ username: 'sandbox', password: 'x' }) },
		],
		['a wrong product token beside a right login', { 'X-CM-PRODUCTTOKEN': 'x', ...basic }],
	])('refuses %s, for any body', async (_what, login) => {
		for (const body of [good, {}, '{"broken']) {
			const { status, data } = await send(body, login);
			expect([status, data]).toEqual([401, { message: 'Unauthorized' }]);
		}
		expect(sandbox.current.state.counters).toMatchObject({ accepted: { total: 0 }, refused: 3 });
	});

	it('is checked before the body, so an empty body costs nothing', async () => {
		const { status, data } = await send({});
		expect([status, data]).toEqual([400, { message: 'caller is required; code is required' }]);
		expect(sandbox.current.state.inbox).toEqual([]);
	});
});

describe('POST /OTP', () => {
	it('answers one callee with one event', async () => {
		const { status, data } = await send({ ...good, 'instruction-id': 'order 1' });
		const { caller, callee } = good;
		expect([status, data]).toEqual([
			200,
			{
				...{ type: 'call-queued', 'call-id': expect.stringMatching(/^[\da-f-]{36}$/) },
				...{ 'instruction-id': 'order 1', caller, callee, success: true },
			},
		]);
		expect(sandbox.current.state.inbox).toMatchObject([
			{
				...{ id: data['call-id'], kind: 'call', provider: 'cmVoice', caller },
				...{ to: '31612345678', code: '0123', heard: ['0, 1, 2, 3'] },
			},
		]);
	});

	it('answers callees with a list, even for one', async () => {
		const one = await send({ ...many, callees: ['+31612345678'] });
		expect(one.data).toMatchObject([{ callee: '+31612345678', 'instruction-id': null }]);
		const callees = ['+31612345671', '+31612345672', '+31612345671'];
		const { data } = await send({ ...many, callees });
		expect(data.map(({ callee }: { callee: string }) => callee)).toEqual(callees);
		expect(new Set(data.map((event: object) => JSON.stringify(event))).size).toBe(3);
		expect(sandbox.current.state.counters.accepted).toEqual({
			total: 4,
			perRecipient: { '31612345678': 1, '31612345671': 2, '31612345672': 1 },
			recipientsOverOne: 1,
		});
	});

	it('refuses all callees for one invalid callee, unless it may skip it', async () => {
		const callees = ['+31612345671', '0612345672'];
		const { status, data } = await send({ ...many, callees });
		expect([status, data.message]).toEqual([400, 'callees must be in E.164 format: 0612345672']);
		expect(sandbox.current.state.inbox).toEqual([]);
		const skip = { 'disable-callees-validation': true };
		const skipped = await send({ ...many, callees, ...skip });
		expect(skipped.data).toMatchObject([{ callee: '+31612345671' }]);
		expect(skipped.data).toHaveLength(1);
		for (const [name, wrong] of [
			['callees', ['x']],
			['callee', 'x'],
		] as const) {
			const { status, data } = await send({ ...many, [name]: wrong, ...skip });
			expect([status, data.message]).toEqual([400, `${name} must be in E.164 format: x`]);
		}
	});

	it('requires callee or callees, not both', async () => {
		const message = 'either callee or callees is required';
		for (const body of [many, { ...good, callee: null }, { ...good, callees: ['+31612345671'] }]) {
			const { status, data } = await send(body);
			expect([status, data]).toEqual([400, { message }]);
		}
		expect((await send({ ...good, callees: null })).status).toBe(200);
		const { data } = await send({ ...many, callees: [] });
		expect(data.message).toBe('callees must have at least one number');
	});

	it('refuses premium voices if the account has none', async () => {
		const body = { ...good, voice: { premium: true } };
		expect((await send(body)).status).toBe(200);
		sandbox.current.configure({ cmPremiumAnswer: 'refuse' });
		const { status, data } = await send(body);
		expect([status, data]).toEqual([
			400,
			{ message: 'voice.premium is not enabled for this account' },
		]);
		expect((await send({ ...good, voice: { premium: false } })).status).toBe(200);
	});
});
