import { getAll } from '../../../../nodes/AntBuddy/call/getAll.operation';
import { antBuddy } from '../../../../nodes/AntBuddy/provider';
import { json } from '../../support/execution';
import type { Respond } from '../../support/execution';
import { failureOf } from '../../support/failure';
import { execute } from '../../support/operation';

const base = 'https://alice.example.com/rest-api';
const list = async (parameters: object, respond: Respond) =>
	await execute(getAll, antBuddy, {
		parameters: parameters as never,
		credential: { baseUrl: base },
		respond,
	});

/** A list of pages of three, which names the next page as Django REST Framework does. */
const pages =
	(count: number): Respond =>
	(_, nth) =>
		json({
			results: [1, 2, 3].map((place) => ({ id: nth * 3 + place, otp: '123456' })),
			next: nth + 1 < count ? `${base}/voice-otp/?page=${nth + 2}` : null,
		});

it('requests the list, and returns calls with their codes masked', async () => {
	const { output, sent } = await list({ returnAll: true }, pages(1));
	expect(output).toEqual([1, 2, 3].map((id) => ({ id, otp: '******' })));
	expect(sent.map(({ options }) => [options.method, options.url])).toEqual([
		['GET', `${base}/voice-otp/`],
	]);
});

it('follows the pages to the end', async () => {
	const { output, sent } = await list({ returnAll: true }, pages(3));
	expect(output).toHaveLength(9);
	expect(sent.map(({ options }) => options.url)).toEqual([
		`${base}/voice-otp/`,
		`${base}/voice-otp/?page=2`,
		`${base}/voice-otp/?page=3`,
	]);
});

it.each([
	[1, 1, 1],
	[3, 3, 1],
	[4, 4, 2],
	['4', 4, 2],
	[100, 9, 3],
])('returns with Limit %j %j calls from %j pages', async (limit, calls, requests) => {
	const { output, sent } = await list({ returnAll: false, limit }, pages(3));
	expect(output).toHaveLength(calls);
	expect(sent).toHaveLength(requests);
});

it.each([{}, { limit: '' }, { returnAll: 'false' }])(
	'returns 50 calls with %j',
	async (parameters) => {
		const { output } = await list(parameters, pages(100));
		expect(output).toHaveLength(50);
	},
);

it('follows the pages beyond any limit', async () => {
	const { output } = await list({ returnAll: 'true' }, pages(20));
	expect(output).toHaveLength(60);
});

it('ends at a page that it has read before', async () => {
	const { output, sent } = await list({ returnAll: true }, () =>
		json({ results: [{ id: 1 }], next: `${base}/voice-otp/` }),
	);
	expect([(output as object[]).length, sent.length]).toEqual([1, 1]);
});

it('ends at an empty page that names a next page', async () => {
	const { output, sent } = await list({ returnAll: true }, (_, nth) =>
		json({ results: nth === 0 ? [{ id: 1 }] : [], next: `${base}/voice-otp/?page=${nth + 2}` }),
	);
	expect([(output as object[]).length, sent.length]).toEqual([1, 2]);
});

it('reads a page of any length', async () => {
	const { output } = await list({ returnAll: true }, () => json(Array(200_000).fill(1)));
	expect(output).toHaveLength(200_000);
});

it('ignores a next page that it does not need', async () => {
	const respond = () => json({ results: [{ id: 1 }], next: 'https://other.example.com/' });
	expect((await list({ limit: 1 }, respond)).output).toEqual([{ id: 1 }]);
	const { message } = await failureOf(async () => await list({ limit: 2 }, respond));
	expect(message).toContain('goes on at another address (other.example.com)');
});
