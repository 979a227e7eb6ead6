import { LOGGING_IN, REQUESTING } from '../../providers';
import { NodeTest } from '../../support/nodeTest';
import { startTinyServer } from '../../support/tinyServer';
import type { TinyServer } from '../../support/tinyServer';

let other: TinyServer;
beforeEach(async () => {
	other = await startTinyServer(() => ({ json: { id: 1, success: true, result: true } }));
});
afterEach(async () => await other.close());

describe.each(REQUESTING)('$name', ({ type, parameters, provider, path }) => {
	const test = new NodeTest(type, parameters);

	it.each([301, 302, 303, 307, 308])(
		'does not follow a %i, and sends the login nowhere else',
		async (status) => {
			const location = `${other.url}/elsewhere?a=b`;
			const match = { path };
			test.sandbox.addFault({ match, do: { status, headers: { location } } });
			const { error, output } = await test.run();
			expect(output).toEqual([]);
			expect(error?.message).toBe(
				`${provider.name} answered ${status}: it redirects to ${new URL(other.url).host}, which is not followed [item 0]`,
			);
			expect(error?.description).toContain('Base URL');
			expect(error?.httpCode).toBe(String(status));
			expect(test.sent).toHaveLength(1);
			expect(other.requests).toEqual([]);
		},
	);

	it.each<[string, Record<string, string>]>([
		['a path', { location: '/elsewhere' }],
		['rubbish', { location: 'http://' }],
		['nothing', {}],
	])('does not follow a redirect to %s', async (_name, headers) => {
		test.sandbox.addFault({ match: { path }, do: { status: 302, headers } });
		const { error } = await test.run();
		expect(error?.message).toBe(
			`${provider.name} answered 302: it redirects, which is not followed [item 0]`,
		);
		expect(test.sent).toHaveLength(1);
	});
});

describe.each(LOGGING_IN)(
	'the login of $provider.name',
	({ type, parameters, provider, token }) => {
		const test = new NodeTest(type, parameters);

		it.each([301, 302, 307, 308])(
			'does not follow a %i, and sends the password nowhere else',
			async (status) => {
				const headers = { location: `${other.url}${token.path}` };
				test.sandbox.addFault({ match: { path: token.path }, do: { status, headers } });
				const { error } = await test.run();
				expect(error?.message).toMatch(
					new RegExp(
						`^The login to ${provider.name} did not succeed: .* redirects to .*, which is not followed \\[item 0\\]$`,
					),
				);
				expect(test.requests.map(({ path }) => path)).toEqual([token.path]);
				expect(other.requests).toEqual([]);
			},
		);
	},
);
