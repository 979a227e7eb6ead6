import dns from 'node:dns';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { startSandbox } from '../../sandbox/server';
import type { Sandbox } from '../../sandbox/server';
import { CLOSED_PORT } from '../../support/closedPort';
import { expectNoSecrets, expectPlainWords } from './expectations';
import { MODES, observeAt } from './observe';
import type { Mode, Observation } from './observe';
import { selfSigned } from './selfSigned';
import { SUBJECTS } from './subjects';
import type { Subject } from './subjects';

async function listening(server: Server): Promise<number> {
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	return (server.address() as AddressInfo).port;
}

let seenByServers = 0;
const count = () => void seenByServers++;
const plain = createServer(count);
const secure = createSecureServer(selfSigned(), count);

/** Connections that are not made: the request certainly was not processed. */
const UNMADE = [
	{ name: 'a refused connection', words: /refused the connection/ },
	{ name: 'a name that no one has', words: /the name elsewhere\.invalid was not found/ },
	{
		name: 'a certificate that nobody vouches for',
		words: /the certificate of .* was not accepted/,
	},
	{ name: 'https to a port that speaks http', words: /could not be reached safely/ },
];

/**
 * What a name server says of a name that no one has. Not asked for here, because some leave a burst of such questions
 * without an answer; rules/unreachable.test.ts does ask.
 */
function withoutNameServer(): void {
	const lookup = dns.lookup as (...parameters: unknown[]) => void;
	jest.spyOn(dns, 'lookup').mockImplementation(((name: string, ...rest: unknown[]) => {
		if (!name.endsWith('.invalid')) return lookup(name, ...rest);
		const unknown = Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), {
			code: 'ENOTFOUND',
		});
		setImmediate(rest.at(-1) as (unknown: Error) => void, unknown);
	}) as never);
}

async function addresses(): Promise<string[]> {
	const [plainPort, securePort] = await Promise.all([plain, secure].map(listening));
	return [
		`http://127.0.0.1:${CLOSED_PORT}`,
		'https://elsewhere.invalid',
		`https://127.0.0.1:${securePort}`,
		`https://127.0.0.1:${plainPort}`,
	];
}

describe('every operation without a connection', () => {
	let sandbox: Sandbox;
	const seen = new Map<string, Promise<Observation>>();
	const keyOf = (unmade: string, { name }: Subject, mode: Mode) => `${unmade} | ${name} | ${mode}`;

	beforeAll(async () => {
		sandbox = await startSandbox();
		withoutNameServer();
		const urls = await addresses();
		for (const [index, { name }] of UNMADE.entries())
			for (const subject of SUBJECTS)
				for (const mode of MODES)
					seen.set(
						keyOf(name, subject, mode),
						observeAt(urls[index], sandbox, subject, mode, {
							// One after the other they would wait three times as long.
							maxConcurrency: mode === 'continue' ? 3 : 1,
						}),
					);
	});
	afterAll(async () => {
		await Promise.allSettled(seen.values());
		for (const server of [plain, secure]) server.closeAllConnections();
		await Promise.all([plain, secure].map((server) => new Promise((end) => server.close(end))));
		await sandbox.close();
		jest.restoreAllMocks();
		const operations = `${UNMADE.length} connections not made × ${SUBJECTS.length} operations`;
		console.info(`${operations} × ${MODES.length} modes = ${seen.size} runs: notSent ${seen.size}`);
	});

	describe.each(UNMADE)('$name', ({ name, words }) => {
		it.each(SUBJECTS)(
			'reports $name as not sent',
			async (subject) => {
				for (const mode of MODES) {
					const observation = await seen.get(keyOf(name, subject, mode))!;
					const { error, output } = observation.result;
					if (mode === 'continue') {
						expect(output.map(({ pairedItem }) => pairedItem)).toEqual(
							[0, 1, 2].map((item) => ({ item })),
						);
						for (const [item, { json }] of output.entries()) {
							const { description, ...details } = json.details as { description: string };
							expectPlainWords({ message: json.error, description }, item);
							expect(json.error).toMatch(words);
							expect(details).toMatchObject({ outcome: 'notSent', itemIndex: item });
						}
					} else {
						expectPlainWords({ message: error?.message, description: error?.description }, 0);
						expect(error?.message).toMatch(words);
						expect(error?.context).toMatchObject({ itemIndex: 0, outcome: 'notSent' });
						expect(error?.description).toMatch(
							/ 0 of 3 items were (sent before that;|done before that\.)/,
						);
					}
					expectNoSecrets(observation);
					expect(observation.reached).toEqual([0, 0, 0]);
				}
				expect(seenByServers).toBe(0);
			},
			60_000,
		);
	});
});
