import { readFileSync } from 'node:fs';

import { attack, countOf } from '../../support/attack';
import { filesWith } from '../flows/support/stored';
import { TriggerInN8n } from './triggerInN8n';

const REQUESTS = 10_000;
const CLIENTS = 50;
const SENDS = 100;
const { ATTACK_SECONDS = '300' } = process.env;
const MILLISECONDS = Number(ATTACK_SECONDS) * 1000;
/** Requests: 500 in five minutes. */
const LEAST_PER_SECOND = 5 / 3;

let n8n: TriggerInN8n;

beforeAll(async () => {
	n8n = await TriggerInN8n.open();
});
afterAll(async () => await n8n?.close());

const typed = (n: number) => `091927${String(n).padStart(4, '0')}`;

/** The resident memory of n8n, in megabytes. */
const memory = () => {
	const status = readFileSync(`/proc/${n8n.host.n8n.pid}/status`, 'utf8');
	return Number(/VmRSS:\s+(\d+)/.exec(status)![1]) / 1024;
};

it(
	`the trigger keeps its limits under ${REQUESTS} random requests from ${CLIENTS} clients at once`,
	async () => {
		const [trigger, stranger] = [
			await n8n.publish('attacked', { provider: 'antBuddy', notVerifiedOutput: true }),
			await n8n.publish('stranger', { provider: 'antBuddy' }),
		];
		const { sandbox, client } = n8n.host;
		const foreign = (await stranger.ask({ phoneNumber: typed(0) })).data.challenge as string;
		const challenge = (await trigger.ask({ phoneNumber: typed(1) })).data.challenge as string;
		const code = trigger.codeFor(typed(1).slice(1));
		const before = { memory: memory(), sent: sandbox.state.counters.accepted.total };
		const attacked = await attack(
			{
				url: trigger.url,
				...{ genuine: [challenge], forged: [foreign, `${challenge.slice(0, -8)}AAAAAAAA`] },
				...{ victim: typed(2), other: (n) => typed(1_000 + (n % 5_000)), code },
			},
			{ requests: REQUESTS, clients: CLIENTS, milliseconds: MILLISECONDS },
		);
		const { accepted } = sandbox.state.counters;
		const sent = accepted.total - before.sent;
		const executions = await client.executions.list({ workflowId: trigger.workflow.id }, 100);
		const stored = (await client.workflows.get(trigger.workflow.id)) as { staticData?: unknown };
		const staticData = JSON.stringify(stored.staticData ?? {});
		attacked.leaks.splice(5);
		console.info(attacked, {
			...{ sent, executions: executions.length, staticData: staticData.length },
			memory: [before.memory, memory()],
		});
		// On a busy machine the time ends before all requests are sent.
		expect(attacked.requests).toBeGreaterThan(LEAST_PER_SECOND * Number(ATTACK_SECONDS));
		expect(attacked.leaks).toEqual([]);
		expect(countOf(attacked, /(match|mismatch)$/)).toBeLessThanOrEqual(3);
		expect(countOf(attacked, /^forged: (?!400 )/)).toBe(0);
		expect(countOf(attacked, /: 5\d\d/)).toBe(0);
		// The first code was sent before the attack.
		expect(sent + 1).toBeLessThanOrEqual(SENDS);
		expect(accepted.perRecipient[typed(2)]).toBeLessThanOrEqual(5);
		// At most one execution for the right code, one for used-up attempts, and one for each cap while it lasts.
		expect(executions.filter(({ status }) => status !== 'success')).toEqual([]);
		expect(executions.length).toBeLessThanOrEqual(4);
		expect(staticData.length).toBeLessThan(200 * SENDS);
		expect(staticData).not.toContain(typed(2).slice(1));
		expect(memory() - before.memory).toBeLessThan(400);
		// n8n has written the code to no file.
		expect(await filesWith(`"${code}"`, n8n.userFolder)).toEqual([]);
	},
	MILLISECONDS + 120_000,
);
