import { NodeTest } from '../../../support/nodeTest';
import { startTinyServer } from '../../../support/tinyServer';
import type { TinyServer } from '../../../support/tinyServer';
import { casesOf } from '../..';
import { provider } from '../provider';

const [, getMany] = casesOf(provider);
const test = new NodeTest(getMany.type, {
	...getMany.parameters,
	returnAll: true,
});
const BASE = '/rest-api';
let other: TinyServer;
beforeEach(async () => {
	other = await startTinyServer(() => ({ json: { results: [{ id: 666 }] } }));
});
afterEach(async () => await other.close());

/** Runs against a service whose pages are these, by path behind the base URL. */
async function runWith(pages: (url: string) => Record<string, unknown>, limit?: number) {
	const server = await startTinyServer(({ path }, url) => {
		if (path === `${BASE}/get-token/`) return { json: { token: 'a-token' } };
		const page = pages(`${url}${BASE}`)[path.slice(BASE.length)];
		return page === undefined ? { status: 404, json: { detail: 'Not found.' } } : { json: page };
	});
	const result = await test.run({
		credential: { baseUrl: `${server.url}${BASE}` },
		parameters: limit === undefined ? {} : { returnAll: false, limit },
	});
	await server.close();
	const lists = server.requests.filter(({ path }) => path !== `${BASE}/get-token/`);
	return { ...result, lists, ids: result.output.map(({ json }) => json.id ?? json) };
}
const page = (id: number, next?: unknown) => ({ results: [{ id }], next });

it.each<[string, (url: string) => unknown]>([
	['the whole address', (url) => `${url}/voice-otp/?page=2`],
	['a path', () => `${BASE}/voice-otp/?page=2`],
	['a query', () => '/rest-api/voice-otp/?page=2'],
	[
		'http where a proxy took the https',
		(url) => `${url.replace('https:', 'http:')}/voice-otp/?page=2`,
	],
])('goes on where `next` is %s, with the login', async (_name, next) => {
	const { ids, lists } = await runWith((url) => ({
		'/voice-otp/': page(1, next(url)),
		'/voice-otp/?page=2': page(2, null),
	}));
	expect(ids).toEqual([1, 2]);
	expect(lists.map(({ headers }) => headers.authorization)).toEqual([
		'Bearer a-token',
		'Bearer a-token',
	]);
});

it.each<[string, (url: string) => string]>([
	['another host', () => `${other.url}${BASE}/voice-otp/?page=2`],
	['another port', (url) => `${url.replace(/:\d+\//, `:${new URL(other.url).port}/`)}/voice-otp/`],
	['another host without a scheme', () => `//${new URL(other.url).host}${BASE}/voice-otp/`],
	['another API of the host', (url) => url.replace(BASE, '/other-api')],
	['a login before another host', (url) => `${url.replace('://', '://127.0.0.1@localhost.test:')}`],
	['no address', () => 'http://'],
])('does not go on at %s, and tells where it would', async (_name, next) => {
	const { error, lists, output } = await runWith((url) => ({
		'/voice-otp/': page(1, next(url)),
	}));
	expect(error?.message).toMatch(
		/^The list of calls goes on at another address \(.+\), which is not/,
	);
	expect(error?.description).toContain('Set Limit');
	expect(output).toEqual([]);
	expect(lists).toHaveLength(1);
	expect(other.requests).toEqual([]);
});

it('ignores `next` if the limit is reached', async () => {
	const pages = () => ({ '/voice-otp/': page(1, `${other.url}/`) });
	const { ids, error } = await runWith(pages, 1);
	expect([ids, error]).toEqual([[1], undefined]);
});

it('ends at a page that it has read before', async () => {
	const { ids } = await runWith((url) => ({
		'/voice-otp/': page(1, `${url}/voice-otp/?page=2`),
		'/voice-otp/?page=2': page(2, `${url}/voice-otp/`),
	}));
	expect(ids).toEqual([1, 2]);
});

it.each([[''], [null], [undefined], [false], [0], [{}]])('ends at the `next` %p', async (next) => {
	const { ids, error } = await runWith(() => ({ '/voice-otp/': page(1, next) }));
	expect([ids, error]).toEqual([[1], undefined]);
});

it.each<[string, unknown, unknown[]]>([
	['a bare array', [{ id: 1 }, { id: 2 }], [1, 2]],
	['results', { count: 1, results: [{ id: 1 }] }, [1]],
	['data', { data: [{ id: 1 }] }, [1]],
	['results in data', { data: { results: [{ id: 1 }] } }, [1]],
	['a single call', { id: 7, status: 'queued' }, [7]],
	['an empty object', {}, []],
	['an empty array', [], []],
	['values that are no objects', ['a', 1, null], [{ value: 'a' }, { value: 1 }, { value: null }]],
])('reads %s', async (_name, body, ids) => {
	const result = await runWith(() => ({ '/voice-otp/': body }));
	expect([result.ids, result.error]).toEqual([ids, undefined]);
});

it("throws the provider's message if a page is missing", async () => {
	const { error } = await runWith((url) => ({
		'/voice-otp/': page(1, `${url}/voice-otp/?page=2`),
	}));
	expect(error?.message).toBe('Not found. (AntBuddy, HTTP 404) [item 0]');
});
