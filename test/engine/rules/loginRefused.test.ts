import { NodeTest } from '../../support/nodeTest';
import { itemsFor, reached, SENDERS_LOGGING_IN } from './senders';

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

	/** A run of 200 items, 50 at once, in which every token is refused at its first use. */
	const runOfRefused = async (stored?: Awaited<ReturnType<typeof test.run>>) => {
		test.sandbox.addFault({ match: { path: sender.path }, do: { expiredToken: true } });
		const { output } = await test.run({
			items: itemsFor(sender, 200),
			store: stored?.store,
			settings: { onError: 'continueRegularOutput' },
		});
		expect(output).toHaveLength(200);
		for (const { json } of output) expect(json.error).toContain(`${name}, HTTP 401`);
		return paths().filter((asked) => asked === token.path).length;
	};

	it('is made once for 200 items whose stored token and every new one are refused', async () => {
		const stored = await test.run({ items: itemsFor(sender, 1) });
		expect((await runOfRefused(stored)) - 1).toBe(1);
		expect(test.sandbox.state.counters.accepted.total).toBe(1);
	});

	it('is made twice for 200 items without a token, of which every new one is refused', async () => {
		expect(await runOfRefused()).toBe(2);
		expect(test.sandbox.state.counters.accepted.total).toBe(0);
	});
});

describe.each(SENDERS_LOGGING_IN)('a login that is asked to wait: $name', ({ sender, token }) => {
	const test = new NodeTest(sender.type, sender.parameters);
	const logins = () =>
		test.sandbox.state.requests
			.filter(({ path }) => path.endsWith(token.path))
			.map(({ at }) => Date.parse(at));
	const asks = (status: number, retryAfter: string, times?: number) =>
		test.sandbox.addFault({
			match: { path: token.path },
			times,
			do: { status, headers: { 'retry-after': retryAfter }, body: { detail: 'Slow down' } },
		});

	it.each([429, 503])('waits as long as a %i says, once for all items', async (status) => {
		asks(status, '1', 1);
		const { error } = await test.run({ items: itemsFor(sender, 100) });
		expect(error).toBeUndefined();
		expect(reached(test, sender, 100)).toEqual(Array(100).fill(1));
		const [first, second, ...more] = logins();
		expect([second - first >= 990, more]).toEqual([true, []]);
	});

	it('gives up after three more, reaches nobody and says what was said', async () => {
		asks(429, '0');
		const { error } = await test.run({ items: itemsFor(sender, 100) });
		expect(error?.message).toContain('Slow down');
		expect(error?.context).toMatchObject({ outcome: 'notSent' });
		expect(logins()).toHaveLength(4);
		expect(test.sandbox.state.counters.accepted.total).toBe(0);
	});

	it('ends its wait at once when the execution is cancelled', async () => {
		asks(429, '30');
		const startedAt = Date.now();
		const { run } = await test.run({
			items: itemsFor(sender, 10),
			onStart: (execution) => setTimeout(() => execution.cancel(), 500),
		});
		expect(run.status).toBe('canceled');
		expect(Date.now() - startedAt).toBeLessThan(5000);
		expect(logins()).toHaveLength(1);
	});
});
