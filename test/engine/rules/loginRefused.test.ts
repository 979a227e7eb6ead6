import { NodeTest } from '../../support/nodeTest';
import { itemsFor, SENDERS_LOGGING_IN } from './senders';

describe.each(SENDERS_LOGGING_IN)('a refused login: $name', ({ sender, token }) => {
	const { name, credential } = sender.provider;
	const secret = 'not-the-password';
	const wrong = { [credential.logins[0].secret]: secret };
	const refused = new RegExp(`^${name} did not accept .*\\(${name}, HTTP 401\\)`);
	const test = new NodeTest(sender.type, sender.parameters);
	const paths = () => test.requests.map(({ path }) => path);
	const slowly = () => test.sandbox.addFault({ match: { path: token.path }, do: { latency: 100 } });

	it('is tried once and reported once in stop mode', async () => {
		slowly();
		const items = itemsFor(sender, 100);
		const { error, stored } = await test.run({ items, credential: wrong });
		expect(error?.message).toMatch(refused);
		expect(error?.message).toMatch(/ \[item 0\]$/);
		expect(error?.description).toMatch(/^Correct .+ in the .+ credential/);
		expect(error?.description).toContain('0 of 100 items were sent before that');
		expect(error?.context).toMatchObject({ itemIndex: 0, outcome: 'notSent' });
		expect(paths()).toEqual([token.path]);
		expect(stored).not.toContain(secret);
	});

	it.each([1, 10, 100])(
		'is tried once for all items in continue mode, %i at once',
		async (most) => {
			slowly();
			const { output, stored } = await test.run({
				items: itemsFor(sender, 100),
				credential: wrong,
				parameters: { options: { maxConcurrency: most } },
				settings: { onError: 'continueRegularOutput' },
			});
			expect(paths()).toEqual([token.path]);
			expect(output).toHaveLength(100);
			for (const [item, { json, pairedItem }] of output.entries()) {
				expect(json.error).toMatch(refused);
				expect(json.details).toMatchObject({ outcome: 'notSent', itemIndex: item });
				expect(pairedItem).toEqual({ item });
			}
			expect(stored).not.toContain(secret);
		},
	);

	it('stops the other items if the token expires during the run', async () => {
		const { path } = sender;
		test.sandbox.addFault({ match: { path }, skip: 5, times: 1, do: { expiredToken: true } });
		test.sandbox.addFault({
			match: { path: token.path },
			skip: 1,
			do: { status: 403, body: { detail: 'Locked' } },
		});
		const { output } = await test.run({
			items: itemsFor(sender, 50),
			parameters: { options: { maxConcurrency: 1 } },
			settings: { onError: 'continueRegularOutput' },
		});
		const failing = output.filter(({ json }) => json.error !== undefined);
		expect(failing).toHaveLength(45);
		for (const { json } of failing) expect(json.error).toContain('Locked');
		expect(paths().filter((asked) => asked === token.path)).toHaveLength(2);
		expect(test.sandbox.state.counters.accepted.total).toBe(5);
	});

	it('is not repeated for each item if every token expires at first use', async () => {
		test.sandbox.addFault({ match: { path: sender.path }, do: { expiredToken: true } });
		const { output } = await test.run({
			items: itemsFor(sender, 100),
			parameters: { options: { maxConcurrency: 10 } },
			settings: { onError: 'continueRegularOutput' },
		});
		expect(output).toHaveLength(100);
		for (const { json } of output) expect(json.error).toContain(`${name}, HTTP 401`);
		// The first login, and one for each ten of the hundred.
		expect(paths().filter((asked) => asked === token.path).length).toBeLessThanOrEqual(11);
		expect(test.sandbox.state.counters.accepted.total).toBe(0);
	});
});
