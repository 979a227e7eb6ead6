import axios from 'axios';
import { setTimeout as delay } from 'node:timers/promises';

import { providers } from '../../providers';
import { REPORTED_CODE } from '../../providers/samples';
import { outputOf } from '../n8nClient';
import type { FlowTest } from './support/flowTest';
import { forgeriesOf } from './support/forgeries';
import { activeTrigger, TRIGGER } from './support/trigger';
import { eventually } from './support/wait';

const CASES = providers.flatMap(({ trigger }) => {
	if (!trigger) return [];
	const [passing, held] = trigger.reports;
	return [{ node: trigger.node, passing, held, status: passing.item.status }];
});

export function forgedCallbacks(flow: FlowTest): void {
	describe.each(CASES)('$node', ({ node, status, passing, held }) => {
		let workflowId: string;
		let address: string;

		beforeAll(async () => {
			const webhookId = `forged-${node}`;
			const parameters = { verificationToken: flow.host.setup.secret, statuses: [status] };
			workflowId = (await activeTrigger(flow, { node, webhookId, parameters })).id;
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

		it('starts once for a genuine report, with its status as a word', async () => {
			const answer = await eventually(async () => {
				const candidate = await post(passing.body);
				return candidate.status === 404 ? undefined : candidate;
			}, 'the webhook is registered');
			expect(answer).toMatchObject({ status: 200, data: { accepted: true, reports: 1 } });
			const [{ id }] = await eventually(async () => {
				const executions = await started();
				return executions.length > 0 ? executions : undefined;
			}, 'the workflow is started');
			const execution = await flow.host.client.executions.waitFor(id);
			expect(outputOf(execution, TRIGGER)).toEqual([expect.objectContaining(passing.item)]);
			expect(JSON.stringify(execution)).not.toContain(REPORTED_CODE);
		});

		it('starts nothing for a report whose status is not chosen', async () => {
			const before = (await started()).length;
			expect(await post(held.body)).toMatchObject({
				status: 200,
				data: { accepted: true, reports: 0 },
			});
			await delay(500);
			expect(await started()).toHaveLength(before);
		});

		it('starts nothing for forged requests', async () => {
			const before = (await started()).length;
			const forgeries = forgeriesOf(flow.host.setup.secret, passing.body);
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

		it('answers 401 without the token, 413 to a huge body and 200 to an unknown text', async () => {
			const forgeries = forgeriesOf(flow.host.setup.secret, passing.body);
			const answerTo = async (name: string) => {
				const { path = '', request } = forgeries.find((forgery) => forgery.name === name)!;
				return (await send(path, request)).status;
			};
			expect(await answerTo('no token')).toBe(401);
			expect(await answerTo('the token as bearer')).toBe(401);
			expect(await answerTo('a huge body, with the token')).toBe(413);
			expect(await answerTo('a text, with the token')).toBe(200);
			expect(await answerTo('GET with the token')).toBe(404);
		});
	});
}
