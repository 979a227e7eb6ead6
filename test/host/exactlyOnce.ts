import { credentialFor } from '../providers';
import { provider as antsProvider } from '../providers/Ants/provider';
import { account as ants } from '../providers/Ants/sandbox';
import type { Host } from './host';
import { outputOf, type StoredCredential, type WorkflowData } from './n8nClient';

/** The test gives up after this many presses of Retry. */
const MAXIMUM_PRESSES = 60;
const TRIGGER = 'When clicking Execute workflow';
const NODE = 'Text a code';

/** Trigger → recipients → ANTS SMS OTP with Retry On Fail. */
function workflow(
	name: string,
	recipients: number,
	{
		onError,
		otcId,
		credential,
		mobile = '={{ $json.mobile }}',
	}: { onError: string; otcId: string; credential: StoredCredential; mobile?: string },
): WorkflowData {
	const code = `return Array.from({ length: ${recipients} }, (_, i) => ({ json: { mobile: '+6681' + String(2000000 + i) } }));`;
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
					otcId,
					mobile,
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

/**
 * Tests that Retry On Fail and the Retry button send nothing twice while many of the answers are "busy".
 *
 * @param subject - returns the n8n under test; called when a test runs
 */
export function sendsExactlyOnce(subject: () => Host, recipients: number): void {
	const label = recipients.toLocaleString('en');
	let credential: StoredCredential;

	beforeAll(async () => {
		const { client, sandbox } = subject();
		const { name, credential: login } = antsProvider;
		const data = credentialFor(antsProvider, sandbox);
		credential = await client.credentials.put({ name, type: login.type, data });
	});

	beforeEach(() => subject().sandbox.reset());
	// The fault must not affect later tests on the same n8n.
	afterAll(() => subject().sandbox.reset());

	const create = async (name: string, onError: string) => {
		const { client } = subject();
		const { otcId } = ants;
		return await client.workflows.create(
			workflow(name, recipients, { onError, otcId, credential }),
		);
	};

	/** Makes the sandbox answer a share of the requests with "busy", the same ones in every run. */
	const busy = (rate: number) =>
		subject().sandbox.addFault({
			match: { provider: 'ants', path: '/otp/requestOTP' },
			rate,
			seed: 7,
			do: { status: 503, body: { error: { message: 'Busy', description: '' } } },
		});

	const witness = () => {
		const { total, recipientsOverOne } = subject().sandbox.state.counters.accepted;
		return { total, recipientsOverOne };
	};

	it(`sends once to each of ${label} recipients, with Retry On Fail and the Retry button`, async () => {
		busy(0.3);
		const { client } = subject();
		const stored = await create('Stop', 'stopWorkflow');
		let execution = await client.executions.waitFor(await client.workflows.run(stored.id, TRIGGER));
		let presses = 0;
		while (execution.status !== 'success' && presses < MAXIMUM_PRESSES) {
			presses++;
			const id = await client.executions.retry(execution.id);
			execution = await client.executions.waitFor(id);
		}
		console.info(
			`${label} recipients, 30 % busy: ${presses} presses of Retry, ${JSON.stringify(witness())}`,
		);
		expect(execution.status).toBe('success');
		expect(presses).toBeGreaterThan(0);
		expect(outputOf(execution, NODE)).toHaveLength(recipients);
		expect(witness()).toEqual({ total: recipients, recipientsOverOne: 0 });
		expect(JSON.stringify(execution)).not.toContain('finished request');
	});

	it('sends at most once to each with On Error “Continue”, and reports the others', async () => {
		// So often that some are busy in every try of Retry On Fail.
		busy(0.6);
		const { client } = subject();
		const stored = await create('Continue', 'continueRegularOutput');
		const id = await client.workflows.run(stored.id, TRIGGER);
		const execution = await client.executions.waitFor(id);
		const output = outputOf(execution, NODE);
		const reached = output.filter(({ error }) => error === undefined).length;
		console.info(
			`${label} recipients, 60 % busy, continue: ${reached} reached, ${JSON.stringify(witness())}`,
		);
		expect(execution.status).toBe('success');
		expect(output).toHaveLength(recipients);
		expect(reached).toBeLessThan(recipients);
		expect(witness()).toEqual({ total: reached, recipientsOverOne: 0 });
	});

	it('sends once to each if the retried workflow was edited and has another order', async () => {
		const { client } = subject();
		const { otcId } = ants;
		const edited = (mobile: string) =>
			workflow('Edited', recipients, { onError: 'stopWorkflow', otcId, credential, mobile });
		const half = Math.floor(recipients / 2);
		const stored = await client.workflows.create(
			edited(`={{ $itemIndex < ${half} ? $json.mobile : 'to be filled in' }}`),
		);
		const failed = await client.executions.waitFor(await client.workflows.run(stored.id, TRIGGER));
		expect(failed.status).toBe('error');
		const before = witness().total;
		expect(before).toBeGreaterThan(0);
		expect(before).toBeLessThanOrEqual(half);

		await client.workflows.update(
			stored.id,
			edited(`={{ $('Recipients').all()[${recipients - 1} - $itemIndex].json.mobile }}`),
		);
		const id = await client.executions.retry(failed.id, true);
		const retried = await client.executions.waitFor(id);
		console.info(`${before} of ${label} sent before the edit, ${witness().total} after Retry`);
		expect(retried.status).toBe('success');
		expect(outputOf(retried, NODE)).toHaveLength(recipients);
		expect(witness()).toEqual({ total: recipients, recipientsOverOne: 0 });
	});
}
