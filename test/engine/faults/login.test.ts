import { startSandbox } from '../../sandbox/server';
import type { Sandbox } from '../../sandbox/server';
import { expectNoSecrets, expectPlainWords } from './expectations';
import { onceMoreWithNewToken } from './fault';
import type { Fault } from './fault';
import { startGateway } from './gateway';
import { observeAt } from './observe';
import type { Observation } from './observe';
import { inParallel } from './parallel';
import { LOGINS } from './subjects';
import { FAULTS } from './table';

const MODES = ['stop', 'continue'] as const;

/** What a login may be answered and still be one: the token is read all the same. */
const READ = [
	'right JSON called a web page',
	'right JSON called an image',
	'right JSON, zipped',
	'a byte order mark before it',
	'bytes in it that are not UTF-8',
	'a key twice',
	'a key called __proto__',
	'a field “error” that is empty',
	'a field “error” that is null',
	'200 with the request beside the answer',
];
/** Taken for tokens where tokens may come bare; the call itself shows that they are none. */
const BARE_TEXTS = ['200 with a JSON text', '200 with plain text'];
/** A login that is waited for is another matter; see loginWithoutEnd.test.ts. */
const WAITED_FOR = FAULTS.filter(({ timeout }) => timeout !== undefined).map(({ name }) => name);
const without = (...names: string[][]) => FAULTS.filter(({ name }) => !names.flat().includes(name));

const named = (names: string[]) => FAULTS.filter(({ name }) => names.includes(name));

describe.each(LOGINS)('the login to $provider under every fault', ({ provider, call, token }) => {
	const taken = token.mayBeBare ? BARE_TEXTS : [];
	const refused = without(READ, taken, WAITED_FOR);
	let sandbox: Sandbox;
	const seen = new Map<string, Promise<Observation>>();
	const observed = (fault: Fault, mode: string) => seen.get(`${fault.name} | ${mode}`)!;

	/** A run of three calls of which the login meets the fault. */
	const observe = async (fault: Fault, mode: (typeof MODES)[number]) => {
		const strike = { path: token.path, skip: 0, times: Infinity, ...fault };
		const gateway = await startGateway(sandbox.url, strike);
		const { received: requests } = gateway;
		const observation = await observeAt(gateway.url, sandbox, call, mode, {
			requests,
			maxConcurrency: 3,
		});
		await gateway.close();
		return observation;
	};

	beforeAll(async () => {
		sandbox = await startSandbox();
		const runs = without(WAITED_FOR).flatMap((fault) => MODES.map((mode) => ({ fault, mode })));
		const results = inParallel(runs, 12, async ({ fault, mode }) => {
			return await observe(fault, mode);
		});
		for (const [index, { fault, mode }] of runs.entries())
			seen.set(`${fault.name} | ${mode}`, results[index]);
	});
	afterAll(async () => {
		await Promise.allSettled(seen.values());
		await sandbox.close();
		const faults = `${refused.length + READ.length + taken.length} faults`;
		console.info(
			`${faults} of the login to ${provider} × ${MODES.length} modes = ${seen.size} runs`,
		);
	});

	/** That nobody was called, that no item asked for a login of its own, and that it is said in plain words. */
	const expectNobodyCalled = async (fault: Fault, outcome: string, mostLogins: number) => {
		const stopped = await observed(fault, 'stop');
		const { message, description, context } = stopped.result.error ?? {};
		expectPlainWords({ message, description }, 0);
		expect(context).toMatchObject({ itemIndex: 0, outcome });
		expect(description).not.toContain('is unknown');

		const continued = await observed(fault, 'continue');
		const { output } = continued.result;
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual([0, 1, 2].map((item) => ({ item })));
		for (const [item, { json }] of output.entries()) {
			const details = json.details as { description: string };
			expectPlainWords({ message: json.error, description: details.description }, item);
			expect(details).toMatchObject({ outcome, itemIndex: item });
		}
		for (const observation of [stopped, continued]) {
			expect(observation.requests.length).toBeGreaterThanOrEqual(1);
			expect(observation.requests.length).toBeLessThanOrEqual(mostLogins);
			expect(observation.reached).toEqual([0, 0, 0]);
			expectNoSecrets(observation);
		}
	};

	it.each(refused)('logs in once and calls nobody: $name', async (fault) => {
		// A login that was asked to wait is repeated as a call is.
		const { asked = () => 1 } = fault;
		await expectNobodyCalled(fault, 'notSent', asked === onceMoreWithNewToken ? 1 : asked(call));
		const { error } = (await observed(fault, 'stop')).result;
		expect(error?.message).toMatch(/log ?in|username and password|API at Base URL/);
	});

	if (token.mayBeBare)
		it.each(named(taken))('does not log in and calls nobody: $name', async (fault) => {
			// One login for all, and one more after the calls were answered 401.
			await expectNobodyCalled(fault, 'refused', 2);
		});

	it.each(named(READ))('reads the token: $name', async (fault) => {
		for (const mode of MODES) {
			const observation = await observed(fault, mode);
			expect(observation.result.error).toBeUndefined();
			expect(observation.requests).toHaveLength(1);
			expect(observation.reached).toEqual([1, 1, 1]);
			expectNoSecrets(observation);
		}
	});
});
