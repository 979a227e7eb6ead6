import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startSandbox } from '../../sandbox/server';
import type { NodeRunResult } from '../../support/engine';
import { NodeTest } from '../../support/nodeTest';
import { itemsFor, SENDERS } from './senders';
import type { Sender } from './senders';

/** 0.5 + 1 + 2 seconds between four attempts, less what timers are early. */
const THREE_WAITS = 3450;

/** A port on which nothing listens. */
async function closedPort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const { port } = server.address() as AddressInfo;
	await new Promise((closed) => server.close(closed));
	return port;
}

/** The provider that starts to listen after 0.7 seconds, and what it then got. */
async function lateProvider(port: number, running: Promise<NodeRunResult>) {
	await new Promise((later) => setTimeout(later, 700));
	const sandbox = await startSandbox({ port });
	const { error } = await running;
	const { accepted, logins } = sandbox.state.counters;
	await sandbox.close();
	return { error, accepted, logins };
}

describe('without a way to the provider', () => {
	// All at the same time: they wait much and do little.
	const tests = SENDERS.map((sender) => ({
		sender,
		test: new NodeTest(sender.type, sender.parameters),
	}));
	const forAll = async (check: (sender: Sender, test: NodeTest) => Promise<void>) => {
		await Promise.all(tests.map(async ({ sender, test }) => await check(sender, test)));
	};

	it('the request goes through when the provider is back in time', async () => {
		await forAll(async (sender, test) => {
			const port = await closedPort();
			const baseUrl = `http://127.0.0.1:${port}${new URL(test.baseUrl).pathname}`;
			const running = test.run({ items: itemsFor(sender, 20), credential: { baseUrl } });
			const { error, accepted, logins } = await lateProvider(port, running);
			expect(error).toBeUndefined();
			expect(accepted).toMatchObject({ total: 20, recipientsOverOne: 0 });
			expect(logins).toEqual(sender.provider === 'AntBuddy' ? { sandbox: 1 } : {});
		});
	});

	it.each([
		{
			what: 'a refused connection',
			address: async () => `http://127.0.0.1:${await closedPort()}/api`,
			words: (host: string) => `${host} refused the connection`,
		},
		{
			what: 'an unknown name',
			address: async () => 'https://name-that-no-one-has.invalid/api',
			words: (host: string) => `the name ${host} was not found`,
		},
	])(
		'$what: three tries more, then what to check',
		async ({ address, words }) => {
			await forAll(async ({ provider, ...sender }, test) => {
				const baseUrl = await address();
				const startedAt = Date.now();
				const items = itemsFor({ provider, ...sender }, 1);
				const { error } = await test.run({ items, credential: { baseUrl } });
				expect(error?.message).toBe(
					`${provider} could not be reached: ${words(new URL(baseUrl).host)} [item 0]`,
				);
				expect(error?.description).toMatch(/^Check Base URL in the credential.*\.$/);
				expect(error?.context).toMatchObject({ itemIndex: 0, outcome: 'notSent' });
				expect(Date.now() - startedAt).toBeGreaterThanOrEqual(THREE_WAITS);
			});
		},
		20_000,
	);
});
