import { itemsFor, reached, SENDERS } from '../../../engine/rules/senders';
import type { Effect } from '../../../sandbox/server';
import { NodeTest } from '../../../support/nodeTest';
import { provider } from '../provider';

const SENDER = SENDERS.find((sender) => sender.provider === provider)!;
const answering = (status: number, body: object, headers = {}): Effect => ({
	status,
	body,
	headers,
});

const EXPIRED: Record<string, Effect> = {
	'401': answering(401, { detail: 'Invalid token.' }),
	'403 with words': answering(403, { detail: 'Signature has expired.' }),
	'400 with words': answering(400, { message: 'Token is invalid or expired' }),
	'419': answering(419, {}),
	'498': answering(498, {}),
	'200 with a code 401': answering(200, { code: 401, message: 'token expired' }),
	'a redirect to a login': answering(302, {}, { location: '/accounts/login/?next=/voice-otp/' }),
};
const OTHERS: Record<string, Effect> = {
	'403': answering(403, { detail: 'number not allowed' }),
	'400': answering(400, { alarm_phonenumber: ['This number is not allowed.'] }),
	'200 with another refusal': answering(200, { success: false, message: 'Not enough credit' }),
	'a redirect to another address': answering(302, {}, { location: '/elsewhere/voice-otp/' }),
};

describe('a stored token', () => {
	const test = new NodeTest(SENDER.type, SENDER.parameters);
	const logins = () => test.sandbox.state.counters.logins.sandbox;
	const items = itemsFor(SENDER, 20);

	/** A run in which some requests are answered so, after one that got a token. */
	const runWith = async (effect: Effect, times?: number) => {
		const { store } = await test.run({ items: items.slice(0, 1) });
		test.sandbox.addFault({ match: { path: SENDER.path }, times, do: effect });
		const settings = { onError: 'continueRegularOutput' } as const;
		return await test.run({ items: items.slice(1), store, settings });
	};

	it.each(Object.keys(EXPIRED))(
		'is renewed once, and each call made once, after %s',
		async (kind) => {
			const { output, store } = await runWith(EXPIRED[kind], 1);
			expect(output.filter(({ json }) => json.error !== undefined)).toEqual([]);
			expect(reached(test, SENDER, 20)).toEqual(Array(20).fill(1));
			expect([logins(), store.counts.updates]).toEqual([2, 2]);
		},
	);

	it.each(Object.keys(EXPIRED))(
		'is renewed once in all if every call is answered %s',
		async (kind) => {
			const { output } = await runWith(EXPIRED[kind]);
			expect(output.filter(({ json }) => json.error === undefined)).toEqual([]);
			const outcomes = output.map(({ json }) => (json.details as { outcome: string }).outcome);
			expect(new Set(outcomes)).toEqual(new Set(['refused']));
			expect([logins(), reached(test, SENDER, 20)]).toEqual([2, [1, ...Array<number>(19).fill(0)]]);
		},
	);

	it.each(Object.keys(EXPIRED))('is renewed, and the calls are listed, after %s', async (kind) => {
		const { store } = await test.run({ items: items.slice(0, 1) });
		test.sandbox.addFault({ match: { path: SENDER.path }, times: 1, do: EXPIRED[kind] });
		const { output } = await test.run({ parameters: { operation: 'getAll' }, store });
		expect(output.map(({ json }) => json.alarm_phonenumber)).toEqual([SENDER.recipient.counted(0)]);
		expect(logins()).toBe(2);
	});

	it.each(Object.keys(OTHERS))('is kept after %s', async (kind) => {
		const { output } = await runWith(OTHERS[kind], 1);
		expect(output.filter(({ json }) => json.error !== undefined)).toHaveLength(1);
		expect(logins()).toBe(1);
	});
});
