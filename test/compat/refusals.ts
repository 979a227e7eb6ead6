import type { FlowTest } from '../host/flows/support/flowTest';
import { sandboxCredentials } from '../host/demo/credentials';
import { errorOf, type Execution, outputOf } from '../host/n8nClient';
import { anyFreePort } from '../host/system/ports';
import { antBuddyCreate, antBuddyGetAll, antsRequest, cmCreate } from '../support/operations';
import { NODE, NodeWorkflow } from './nodeWorkflow';

const loginsOf = ({ host }: FlowTest): number =>
	Object.values(host.sandbox.state.counters.logins).reduce((sum, logins) => sum + logins, 0);

/** Tests what a person reads when an item is refused, and where a workflow that goes on finds it. */
export function saysWhatWasRefused(flow: FlowTest): void {
	const nodeWorkflow = new NodeWorkflow(flow);
	const withoutCredit = async (
		onError: 'stopWorkflow' | 'continueRegularOutput' | 'continueErrorOutput',
	) => {
		flow.host.sandbox.configure({ antsCredit: 0 });
		return await nodeWorkflow.run(antsRequest.type, antsRequest.parameters, { onError });
	};
	const wordsOf = (execution: Execution) => {
		const { message, description } = errorOf(execution) as unknown as Record<string, string>;
		return { message, description };
	};

	beforeEach(() => flow.host.sandbox.reset());
	afterAll(() => flow.host.sandbox.reset());

	it('says what was refused before a request', async () => {
		const parameters = { ...antBuddyCreate.parameters, phoneNumber: '12345' };
		const execution = await nodeWorkflow.run(antBuddyCreate.type, parameters);
		expect(execution.status).toBe('error');
		expect(wordsOf(execution)).toEqual({
			message: expect.stringMatching(/^Phone Number “12345” is not a valid phone number/),
			description: expect.stringMatching(/^[A-Z].+\.$/s),
		});
		expect(flow.host.sandbox.state.requests).toEqual([]);
	});

	it('says what the provider refused', async () => {
		const execution = await withoutCredit('stopWorkflow');
		expect(execution.status).toBe('error');
		expect(wordsOf(execution)).toEqual({
			message: expect.stringContaining('Credit not enough'),
			description: expect.stringContaining('Top up the credit of your ANTS account'),
		});
	});

	it('says that nobody was reached, and that nothing was sent', async () => {
		const { client, setup } = flow.host;
		const { id } = setup.credentials.find(({ type }) => type === 'cmVoiceApi')!;
		const { name, type, data } = sandboxCredentials(flow.host.sandbox).find(
			(credential) => credential.type === 'cmVoiceApi',
		)!;
		const nobody = `http://127.0.0.1:${await anyFreePort()}`;
		await client.credentials.update(id, { name, type, data: { ...data, baseUrl: nobody } });
		const execution = await nodeWorkflow.run(cmCreate.type, cmCreate.parameters);
		await client.credentials.update(id, { name, type, data });
		expect(wordsOf(execution).message).toMatch(/could not be reached: .* refused the connection/);
		expect(errorOf(execution)).toMatchObject({ context: { outcome: 'notSent' } });
	});

	it('says that nobody knows, where the answer did not come in time, and does not send again', async () => {
		flow.host.sandbox.addFault({
			match: { provider: 'cmVoice', path: '/OTP' },
			do: { latency: 3_000 },
		});
		const execution = await nodeWorkflow.run(
			cmCreate.type,
			{ ...cmCreate.parameters, options: { timeout: 1_000 } },
			{ retryOnFail: true, maxTries: 3, waitBetweenTries: 0 },
		);
		expect(wordsOf(execution).message).toMatch(/did not answer in time: the request was sent/);
		expect(errorOf(execution)).toMatchObject({ context: { outcome: 'unknown' } });
		expect(flow.host.sandbox.state.requests).toHaveLength(1);
	});

	it('renews a login that has expired, once for all items', async () => {
		await nodeWorkflow.run(antBuddyCreate.type, antBuddyCreate.parameters);
		flow.host.sandbox.expireTokens();
		const before = loginsOf(flow);
		const execution = await nodeWorkflow.run(antBuddyGetAll.type, antBuddyGetAll.parameters);
		expect([execution.status, outputOf(execution, NODE).length]).toEqual(['success', 1]);
		expect(loginsOf(flow)).toBe(before + 1);
	});

	it('says that the login is wrong', async () => {
		const { client, setup } = flow.host;
		const { id } = setup.credentials.find(({ type }) => type === 'antBuddyApi')!;
		const { name, type, data, mistyped } = sandboxCredentials(flow.host.sandbox).find(
			(credential) => credential.type === 'antBuddyApi',
		)!;
		await client.credentials.update(id, { name, type, data: mistyped });
		const execution = await nodeWorkflow.run(antBuddyCreate.type, antBuddyCreate.parameters);
		await client.credentials.update(id, { name, type, data });
		expect(wordsOf(execution).message).toMatch(
			/^AntBuddy did not accept the username and password/,
		);
		expect(errorOf(execution)).toMatchObject({ context: { outcome: 'notSent' } });
	});

	it('says so in the output, where the workflow goes on', async () => {
		const execution = await withoutCredit('continueRegularOutput');
		expect(execution.status).toBe('success');
		const [{ error }] = outputOf(execution, NODE);
		expect(JSON.stringify(error)).toContain('Credit not enough');
	});

	it('says so at the second output, where the node has one', async () => {
		const execution = await withoutCredit('continueErrorOutput');
		expect(execution.status).toBe('success');
		expect(outputOf(execution, NODE, 0)).toEqual([]);
		const [{ error }] = outputOf(execution, NODE, 1);
		expect(JSON.stringify(error)).toContain('Credit not enough');
	});
}
