import axios from 'axios';
import type { IDataObject } from 'n8n-workflow';
import { setTimeout as delay } from 'node:timers/promises';

import { outputOf } from '../n8nClient';
import { parametersOf } from './support/flowHost';
import type { FlowTest } from './support/flowTest';
import { forgeriesOf } from './support/forgeries';
import { deliveryReport, finishedCall, REPORTED_CODE } from './support/reports';
import { eventually } from './support/wait';

interface Case {
	trigger: string;
	/** The only status that the copy under test lets through. */
	status: string;
	passing: object;
	held: object;
	item: IDataObject;
}

const CASES: Case[] = [
	{
		trigger: 'ANTS SMS OTP Trigger',
		status: 'undelivered',
		passing: deliveryReport(2, 'UNDELIVERED'),
		held: deliveryReport(3, 'DELIVERED'),
		item: {
			status: 'undelivered',
			messageId: 'message 1',
			to: '66812348001',
			callbackData: 'order 1',
		},
	},
	{
		trigger: 'Voice OTP Advanced Trigger',
		status: 'notAnswered',
		passing: finishedCall(9, 'Cancelled'),
		held: finishedCall(10, 'Finished'),
		item: {
			status: 'notAnswered',
			callId: 'call 1',
			instructionId: 'order 1',
			callerNumber: '+31201234567',
			phoneNumber: '+66812348002',
		},
	},
];

export function forgedCallbacks(flow: FlowTest): void {
	describe.each(CASES)('$trigger', ({ trigger, status, passing, held, item }) => {
		let workflowId: string;
		let address: string;

		beforeAll(async () => {
			const webhookId = `forged-${status}`;
			const copy = await flow.host.importCopy('delivery-log', (workflow) => {
				workflow.name = `Delivery log, only ${status}`;
				workflow.nodes = workflow.nodes.filter(({ name }) => [trigger, 'Set up'].includes(name));
				workflow.connections = {};
				Object.assign(parametersOf(workflow, trigger), { statuses: [status] });
				Object.assign(workflow.nodes.find(({ name }) => name === trigger)!, { webhookId });
			});
			workflowId = copy.id;
			address = `${flow.host.n8n.url}/webhook/${webhookId}/webhook`;
		});

		const send = async (path: string, request: object) =>
			await axios.request<unknown>({
				...request,
				url: `${address}${path}`,
				proxy: false,
				maxRedirects: 0,
				validateStatus: () => true,
				transformRequest: (data: unknown) => data,
			});
		const post = async (body: object) =>
			await send(`?verificationToken=${encodeURIComponent(flow.host.setup.secret)}`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				data: JSON.stringify(body),
			});
		const started = async () =>
			await flow.host.client.executions.list({ workflowId, mode: 'webhook' }, 100);

		it('starts once for a genuine report, with its status in words', async () => {
			const answer = await eventually(async () => {
				const candidate = await post(passing);
				return candidate.status === 404 ? undefined : candidate;
			}, 'the webhook is registered');
			expect(answer).toMatchObject({ status: 200, data: { accepted: true, reports: 1 } });
			const [{ id }] = await eventually(async () => {
				const executions = await started();
				return executions.length > 0 ? executions : undefined;
			}, 'the workflow is started');
			const execution = await flow.host.client.executions.waitFor(id);
			expect(outputOf(execution, trigger)).toEqual([expect.objectContaining(item)]);
			expect(JSON.stringify(execution)).not.toContain(REPORTED_CODE);
		});

		it('starts nothing for a report whose status is not chosen', async () => {
			const before = (await started()).length;
			expect(await post(held)).toMatchObject({ status: 200, data: { accepted: true, reports: 0 } });
			await delay(500);
			expect(await started()).toHaveLength(before);
		});

		it('starts nothing for forged calls', async () => {
			const before = (await started()).length;
			const forgeries = forgeriesOf(flow.host.setup.secret, passing);
			expect(forgeries.length).toBeGreaterThanOrEqual(20);
			const answers = await Promise.all(
				forgeries.map(async ({ path = '', request }) => await send(path, request)),
			);
			const taken = forgeries.filter((_, at) => {
				const { status: answer, data } = answers[at];
				return answer < 300 && JSON.stringify(data ?? '').includes('"reports":1');
			});
			await delay(1_000);
			expect(taken).toEqual([]);
			expect(await started()).toHaveLength(before);
		});

		it('answers 401 without the token, 413 to a huge body and 400 to a body that is not JSON', async () => {
			const forgeries = forgeriesOf(flow.host.setup.secret, passing);
			const answerTo = async (name: string) => {
				const { path = '', request } = forgeries.find((forgery) => forgery.name === name)!;
				return (await send(path, request)).status;
			};
			expect(await answerTo('no token')).toBe(401);
			expect(await answerTo('the token as bearer')).toBe(401);
			expect(await answerTo('a huge body, with the token')).toBe(413);
			expect(await answerTo('a text, with the token')).toBe(400);
			expect(await answerTo('GET with the token')).toBe(404);
		});
	});
}
