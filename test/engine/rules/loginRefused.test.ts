import { NodeTest } from '../../support/nodeTest';
import { ANTBUDDY, itemsFor } from './senders';

const WRONG = { password: 'not-the-password' };
const REFUSED =
	/^AntBuddy did not accept the username and password: No active account found .*\(AntBuddy, HTTP 401\)/;

describe('a refused login', () => {
	const test = new NodeTest(ANTBUDDY.type, ANTBUDDY.parameters);
	const paths = () => test.requests.map(({ path }) => path);
	const slowly = () =>
		test.sandbox.addFault({ match: { path: '/get-token/' }, do: { latency: 100 } });

	it('is tried once and reported once in stop mode', async () => {
		slowly();
		const items = itemsFor(ANTBUDDY, 100);
		const { error, stored } = await test.run({ items, credential: WRONG });
		expect(error?.message).toMatch(REFUSED);
		expect(error?.message).toMatch(/ \[item 0\]$/);
		expect(error?.description).toMatch(
			/^Correct Username and Password in the AntBuddy API credential/,
		);
		expect(error?.description).toContain('0 of 100 items were sent before that');
		expect(error?.context).toMatchObject({ itemIndex: 0, outcome: 'notSent' });
		expect(paths()).toEqual(['/get-token/']);
		expect(stored).not.toContain(WRONG.password);
	});

	it.each([1, 10, 100])(
		'is tried once for all items in continue mode, %i at once',
		async (most) => {
			slowly();
			const { output, stored } = await test.run({
				items: itemsFor(ANTBUDDY, 100),
				credential: WRONG,
				parameters: { options: { maxConcurrency: most } },
				settings: { onError: 'continueRegularOutput' },
			});
			expect(paths()).toEqual(['/get-token/']);
			expect(output).toHaveLength(100);
			for (const [item, { json, pairedItem }] of output.entries()) {
				expect(json.error).toMatch(REFUSED);
				expect(json.details).toMatchObject({ outcome: 'notSent', itemIndex: item });
				expect(pairedItem).toEqual({ item });
			}
			expect(stored).not.toContain(WRONG.password);
		},
	);

	it('stops the other items if the token expires during the run', async () => {
		const { path } = ANTBUDDY;
		test.sandbox.addFault({ match: { path }, skip: 5, times: 1, do: { expiredToken: true } });
		test.sandbox.addFault({
			match: { path: '/get-token/' },
			skip: 1,
			do: { status: 403, body: { detail: 'Locked' } },
		});
		const { output } = await test.run({
			items: itemsFor(ANTBUDDY, 50),
			parameters: { options: { maxConcurrency: 1 } },
			settings: { onError: 'continueRegularOutput' },
		});
		const failing = output.filter(({ json }) => json.error !== undefined);
		expect(failing).toHaveLength(45);
		for (const { json } of failing) expect(json.error).toContain('Locked');
		expect(paths().filter((asked) => asked === '/get-token/')).toHaveLength(2);
		expect(test.sandbox.state.counters.accepted.total).toBe(5);
	});

	it('is not repeated for each item if every token expires at first use', async () => {
		test.sandbox.addFault({ match: { path: ANTBUDDY.path }, do: { expiredToken: true } });
		const { output } = await test.run({
			items: itemsFor(ANTBUDDY, 100),
			parameters: { options: { maxConcurrency: 10 } },
			settings: { onError: 'continueRegularOutput' },
		});
		expect(output).toHaveLength(100);
		for (const { json } of output) expect(json.error).toContain('AntBuddy, HTTP 401');
		// The first login, and one for each ten of the hundred.
		expect(paths().filter((asked) => asked === '/get-token/').length).toBeLessThanOrEqual(11);
		expect(test.sandbox.state.counters.accepted.total).toBe(0);
	});
});
