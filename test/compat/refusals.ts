import type { FlowTest } from '../host/flows/support/flowTest';
import { sandboxCredentials } from '../host/demo/credentials';
import { errorOf, type Execution, outputOf } from '../host/n8nClient';
import { anyFreePort } from '../host/system/ports';
import { casesOf } from '../providers';
import { provider as antBuddy } from '../providers/AntBuddy/provider';
import { provider as ants } from '../providers/Ants/provider';
import { provider as cm } from '../providers/VoiceOtpAdvanced/provider';
import { NODE, NodeWorkflow } from './nodeWorkflow';

const [antBuddyCreate, antBuddyGetAll] = casesOf(antBuddy);
const [antsRequest] = casesOf(ants);
const [cmCreate] = casesOf(cm);

const loginsOf = ({ host }: FlowTest): number =>
	Object.values(host.sandbox.state.counters.logins).reduce((sum, logins) => sum + logins, 0);

/** Tests the message about a refused item, and where a workflow that continues finds it. */
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

	it('reports an item that is refused before any request', async () => {
		const parameters = { ...antBuddyCreate.parameters, phoneNumber: '12345' };
		const execution = await nodeWorkflow.run(antBuddyCreate.type, parameters);
		expect(execution.status).toBe('error');
		expect(wordsOf(execution)).toEqual({
			message: expect.stringMatching(/^Phone Number “12345” is not a valid phone number/),
			description: expect.stringMatching(/^[A-Z].+\.$/s),
		});
		expect(flow.host.sandbox.state.requests).toEqual([]);
	});

	it('reports a refusal by the provider', async () => {
		const execution = await withoutCredit('stopWorkflow');
		expect(execution.status).toBe('error');
		expect(wordsOf(execution)).toEqual({
			message: expect.stringContaining('Credit not enough'),
			description: expect.stringContaining('Top up the credit of your ANTS account'),
		});
	});

	it('reports that the provider was not reached and nothing was sent', async () => {
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

	it('reports an unknown outcome after a time-out, and does not send again', async () => {
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

	it('renews an expired login once for all items', async () => {
		await nodeWorkflow.run(antBuddyCreate.type, antBuddyCreate.parameters);
		flow.host.sandbox.expireTokens();
		const before = loginsOf(flow);
		const execution = await nodeWorkflow.run(antBuddyGetAll.type, antBuddyGetAll.parameters);
		expect([execution.status, outputOf(execution, NODE).length]).toEqual(['success', 1]);
		expect(loginsOf(flow)).toBe(before + 1);
	});

	it('reports a wrong login', async () => {
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

	it('outputs the error as an item with On Error “Continue”', async () => {
		const execution = await withoutCredit('continueRegularOutput');
		expect(execution.status).toBe('success');
		const [{ error }] = outputOf(execution, NODE);
		expect(JSON.stringify(error)).toContain('Credit not enough');
	});

	it('routes the error to the error output if the node has one', async () => {
		const execution = await withoutCredit('continueErrorOutput');
		expect(execution.status).toBe('success');
		expect(outputOf(execution, NODE, 0)).toEqual([]);
		const [{ error }] = outputOf(execution, NODE, 1);
		expect(JSON.stringify(error)).toContain('Credit not enough');
	});
}
