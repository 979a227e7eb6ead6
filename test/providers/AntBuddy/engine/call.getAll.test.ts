import type { IDataObject } from 'n8n-workflow';
import { NodeTest } from '../../../support/nodeTest';
import { expectRefusedInput } from '../../../support/refusedInput';
import { casesOf } from '../..';
import { provider } from '../provider';

const [create, getMany] = casesOf(provider);
const test = new NodeTest(getMany.type, getMany.parameters);

/** Calls to so many numbers, the last digits counting from 0. */
async function placeCalls(count: number) {
	const items = Array.from({ length: count }, (_, index) => ({ to: `0919${100000 + index}` }));
	const { error, store } = await test.run({
		parameters: {
			...create.parameters,
			phoneNumber: '={{ $json.to }}',
			options: { maxConcurrency: 1 },
		},
		items,
	});
	expect(error).toBeUndefined();
	return store;
}

const idsOf = (output: Array<{ json: IDataObject }>) => output.map(({ json }) => json.id);
const newestFirst = (from: number, count: number) =>
	Array.from({ length: count }, (_, index) => from - index);

it('sends the documented request, and puts out an item for each call with its code masked', async () => {
	// A call is finished as soon as its report is due.
	test.sandbox.configure({ callbackDelay: 3_600_000 });
	const store = await placeCalls(2);
	const before = test.sent.length;
	const { output } = await test.run({ store });
	expect(test.sent.slice(before)).toEqual([
		{
			method: 'GET',
			path: '/voice-otp/',
			headers: {
				accept: 'application/json',
				authorization: `Bearer ${store.stored.c.accessToken}`,
			},
			body: undefined,
		},
	]);
	const call = (id: number) => ({
		json: {
			id,
			alarm_phonenumber: `0919${100000 + id - 1}`,
			otp: '******',
			maxretry: 0,
			status: 'queued',
			created_date: expect.any(String),
		},
		pairedItem: { item: 0 },
	});
	expect(output).toEqual([call(2), call(1)]);
});

it('puts out nothing if there are no calls', async () => {
	const { output, error } = await test.run({ parameters: { returnAll: true } });
	expect([output, error]).toEqual([[], undefined]);
});

describe.each(['results', 'array', 'data'] as const)('a list of the form %s', (shape) => {
	it.each([
		[{}, 12],
		[{ returnAll: true }, 12],
		[{ returnAll: 'true' }, 12],
		[{ returnAll: false, limit: 1 }, 1],
		[{ returnAll: '={{ "false" }}', limit: 4 }, 4],
		[{ returnAll: '={{ false }}', limit: 2 }, 2],
		[{ limit: 5 }, 5],
		[{ limit: 6 }, 6],
		[{ limit: 11 }, 11],
		[{ limit: 12 }, 12],
		[{ limit: 13 }, 12],
		[{ limit: '={{ "7" }}' }, 7],
		[{ limit: '={{ null }}' }, 12],
	])('returns with %j %i of 12 calls', async (parameters, count) => {
		const store = await placeCalls(12);
		test.sandbox.configure({ antBuddyListShape: shape, antBuddyPageSize: 5 });
		const before = test.sent.length;
		const { output, error, stored } = await test.run({ parameters, store });
		expect(error).toBeUndefined();
		expect(idsOf(output)).toEqual(newestFirst(12, count));
		for (const { code } of test.sandbox.state.inbox) expect(stored).not.toContain(`"${code}"`);
		const pages = shape === 'array' ? 1 : Math.ceil(count / 5);
		expect(test.sent.slice(before).map(({ path }) => path)).toEqual(
			['/voice-otp/', '/voice-otp/?page=2', '/voice-otp/?page=3'].slice(0, pages),
		);
	});
});

it('returns 50 calls by default', async () => {
	const store = await placeCalls(53);
	expect((await test.run({ store })).output).toHaveLength(50);
	expect((await test.run({ store, parameters: { returnAll: true } })).output).toHaveLength(53);
});

it('returns a separate list for each item', async () => {
	const store = await placeCalls(3);
	const { output } = await test.run({
		store,
		parameters: { limit: '={{ $json.limit }}' },
		items: [{ limit: 2 }, { limit: 1 }, { limit: 3 }],
	});
	expect(idsOf(output)).toEqual([3, 2, 3, 3, 2, 1]);
	expect(output.map(({ pairedItem }) => pairedItem)).toEqual(
		[0, 0, 1, 2, 2, 2].map((item) => ({ item })),
	);
});

it.each([0, -1, 1.5, 'all', true, [5], {}])('refuses %p as Limit', async (limit) => {
	const result = await test.run({ parameters: { limit } as never });
	expectRefusedInput(test, result, 'Limit is “', 'which is not a whole number of 1 or more');
});

it.each([1, 'yes', [], {}])('refuses %p as Return All', async (returnAll) => {
	const result = await test.run({ parameters: { returnAll } as never });
	expectRefusedInput(test, result, 'Return All is “', 'which is neither true nor false');
});
