import type { FlowTest } from '../host/flows/support/flowTest';
import { errorOf, type Execution, outputOf } from '../host/n8nClient';
import { antBuddyCreate, antsRequest } from '../support/operations';
import { NODE, NodeWorkflow } from './nodeWorkflow';

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
