import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { sandboxCredentials } from './demo/credentials';
import { type Host, openHost } from './host';
import { outputOf, type StoredCredential, type WorkflowData } from './n8nClient';
import { streamProgress } from './system/progress';

const RECIPIENTS = 1000;
/** Presses of Retry after which the test gives up. */
const MAXIMUM_PRESSES = 60;
const TRIGGER = 'When clicking Execute workflow';
const NODE = 'Text a code';

let userFolder: string;
let host: Host;
let credential: StoredCredential;

beforeAll(async () => {
	userFolder = await mkdtemp(path.join(os.tmpdir(), 'n8n-exactly-once-'));
	host = await openHost({ userFolder, progress: streamProgress() });
	const [data] = sandboxCredentials(host.sandbox).filter(({ type }) => type === 'antsApi');
	const { name, type } = data;
	credential = await host.client.credentials.create({ name, type, data: data.data });
}, 600_000);

afterAll(async () => {
	await host?.close();
	await rm(userFolder, { recursive: true, force: true });
});

beforeEach(() => host.sandbox.reset());

/** Trigger → a thousand recipients → ANTS SMS OTP with Retry On Fail. */
function workflow(name: string, onError: string): WorkflowData {
	const code = `return Array.from({ length: ${RECIPIENTS} }, (_, i) => ({ json: { mobile: '+6681' + String(2000000 + i) } }));`;
	const shared = { typeVersion: 1, position: [0, 0] as [number, number] };
	return {
		name,
		nodes: [
			{ ...shared, id: 't', name: TRIGGER, type: 'n8n-nodes-base.manualTrigger', parameters: {} },
			{
				...shared,
				id: 'r',
				name: 'Recipients',
				type: 'n8n-nodes-base.code',
				typeVersion: 2,
				parameters: { jsCode: code },
			},
			{
				...shared,
				id: 'n',
				name: NODE,
				type: 'n8n-nodes-voice-sms-otp.antsSmsOtp',
				parameters: {
					resource: 'otp',
					operation: 'request',
					otcId: host.sandbox.accounts.ants.otcId,
					mobile: '={{ $json.mobile }}',
				},
				credentials: { antsApi: { id: credential.id, name: credential.name } },
				onError,
				retryOnFail: true,
				maxTries: 5,
				waitBetweenTries: 0,
			},
		],
		connections: {
			[TRIGGER]: { main: [[{ node: 'Recipients', type: 'main', index: 0 }]] },
			Recipients: { main: [[{ node: NODE, type: 'main', index: 0 }]] },
		},
	} as unknown as WorkflowData;
}

/** Thirty of a hundred requests are answered "busy", in an order that is the same in every run. */
const busy = () =>
	host.sandbox.addFault({
		match: { provider: 'ants', path: '/otp/requestOTP' },
		rate: 0.3,
		seed: 7,
		do: { status: 503, body: { error: { message: 'Busy', description: '' } } },
	});

const witness = () => {
	const { total, recipientsOverOne } = host.sandbox.state.counters.accepted;
	return { total, recipientsOverOne };
};

it('sends once to each of 1,000 recipients, with Retry On Fail and the Retry button', async () => {
	busy();
	const { client } = host;
	const stored = await client.workflows.create(workflow('Stop', 'stopWorkflow'));
	let execution = await client.executions.waitFor(await client.workflows.run(stored.id, TRIGGER));
	let presses = 0;
	while (execution.status !== 'success' && presses < MAXIMUM_PRESSES) {
		presses++;
		const id = await client.executions.retry(execution.id);
		execution = await client.executions.waitFor(id);
	}
	console.info(
		`1,000 recipients, 30 % busy: ${presses} presses of Retry, ${JSON.stringify(witness())}`,
	);
	expect(execution.status).toBe('success');
	expect(presses).toBeGreaterThan(0);
	expect(outputOf(execution, NODE)).toHaveLength(RECIPIENTS);
	expect(witness()).toEqual({ total: RECIPIENTS, recipientsOverOne: 0 });
	expect(JSON.stringify(execution)).not.toContain('finished request');
});

it('sends at most once to each in continue mode, and says which were not reached', async () => {
	busy();
	const { client } = host;
	const stored = await client.workflows.create(workflow('Continue', 'continueRegularOutput'));
	const id = await client.workflows.run(stored.id, TRIGGER);
	const execution = await client.executions.waitFor(id);
	const output = outputOf(execution, NODE);
	const reached = output.filter(({ error }) => error === undefined).length;
	console.info(
		`1,000 recipients, 30 % busy, continue: ${reached} reached, ${JSON.stringify(witness())}`,
	);
	expect(execution.status).toBe('success');
	expect(output).toHaveLength(RECIPIENTS);
	expect(reached).toBeLessThan(RECIPIENTS);
	expect(witness()).toEqual({ total: reached, recipientsOverOne: 0 });
});
