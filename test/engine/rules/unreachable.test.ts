import { anyFreePort } from '../../host/system/ports';
import { startSandbox } from '../../sandbox/server';
import { CLOSED_PORT } from '../../support/closedPort';
import type { NodeRunResult } from '../../support/engine';
import { NodeTest } from '../../support/nodeTest';
import { itemsFor, SENDERS } from './senders';
import type { Sender } from './senders';

/** 0.5 + 1 + 2 seconds between four attempts, less what timers are early. */
const THREE_WAITS = 3450;

/** The provider that starts to listen after 0.7 seconds, and what it then got. */
async function lateProvider(port: number, running: Promise<NodeRunResult>) {
	await new Promise((later) => setTimeout(later, 700));
	const sandbox = await startSandbox({ port });
	const { error } = await running;
	const { accepted, logins } = sandbox.state.counters;
	await sandbox.close();
	return { error, accepted, logins };
}

describe('a request to a provider that cannot be reached', () => {
	// All at the same time: they wait much and do little.
	const tests = SENDERS.map((sender) => ({
		sender,
		test: new NodeTest(sender.type, sender.parameters),
	}));
	const forAll = async (check: (sender: Sender, test: NodeTest) => Promise<void>) => {
		await Promise.all(tests.map(async ({ sender, test }) => await check(sender, test)));
	};

	it('succeeds when the provider is back in time', async () => {
		await forAll(async (sender, test) => {
			const port = await anyFreePort();
			const baseUrl = `http://127.0.0.1:${port}${new URL(test.baseUrl).pathname}`;
			const running = test.run({ items: itemsFor(sender, 20), credential: { baseUrl } });
			const { error, accepted, logins } = await lateProvider(port, running);
			expect(error).toBeUndefined();
			expect(accepted).toMatchObject({ total: 20, recipientsOverOne: 0 });
			expect(logins).toEqual(sender.provider.credential.token ? { sandbox: 1 } : {});
		});
	});

	it('is repeated three times, and then says what to check, for a refused connection and an unknown name', async () => {
		const baseUrls = [
			`http://127.0.0.1:${CLOSED_PORT}/api`,
			'https://name-that-no-one-has.invalid/api',
		];
		const words = [
			/^127\.0\.0\.1:\d+ refused the connection/,
			/^the name .*\.invalid was not found/,
		];
		await forAll(async (sender, test) => {
			const startedAt = Date.now();
			const items = itemsFor(sender, 1);
			const runs = baseUrls.map((baseUrl) => test.run({ items, credential: { baseUrl } }));
			for (const [index, { error }] of (await Promise.all(runs)).entries()) {
				const [who, what] = error?.message.split(' could not be reached: ') ?? [];
				expect(who).toBe(sender.provider.name);
				expect(what).toMatch(words[index]);
				expect(what).toContain(new URL(baseUrls[index]).host);
				expect(error?.description).toMatch(/^Check Base URL in the credential.*\.$/);
				expect(error?.context).toMatchObject({ itemIndex: 0, outcome: 'notSent' });
			}
			expect(Date.now() - startedAt).toBeGreaterThanOrEqual(THREE_WAITS);
		});
	}, 20_000);
});
