import { phoneFormByVoice } from '../host/flows/phoneFormByVoice';
import { smsFirstThenVoice } from '../host/flows/smsFirstThenVoice';
import { openBrowser } from '../host/flows/support/browser';
import { FlowTest } from '../host/flows/support/flowTest';
import { queueFlowHost, storedWith } from './support/queueFlows';
import type { QueueTest } from './support/queueTest';
import { executionsOf } from './support/sends';

const FLOWS = ['phone-verification-form-voice', 'sms-first-voice-if-not-delivered'];

export function flows(queue: QueueTest): void {
	const flow = new FlowTest();
	const begun = () => [...queue.host.workers.values()].map((worker) => executionsOf(worker).length);
	let before: number[];

	beforeAll(async () => {
		queue.host.sandbox.reset();
		before = begun();
		flow.host = await queueFlowHost(queue.host, FLOWS);
		flow.browser = await openBrowser();
	}, 120_000);
	afterAll(async () => await flow.browser?.close());

	describe(FLOWS[0], () =>
		phoneFormByVoice(flow, async (text) => await storedWith(queue.host, text)),
	);
	describe(FLOWS[1], () => smsFirstThenVoice(flow));

	it('run on both workers', () => {
		const work = begun().map((count, at) => count - before[at]);
		console.info('Flows 1 and 3, executions begun or resumed by each worker:', work);
		expect(Math.min(...work)).toBeGreaterThan(0);
	});
}
