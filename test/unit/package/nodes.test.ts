import type { INodeExecutionData } from 'n8n-workflow';
import { operationsOf } from '../../docs/described';
import { nodes } from '../../support/package';
import { fakeExecution, json } from '../support/execution';
import { failureOf } from '../support/failure';
import { fakeHook, fakeWebhook } from '../support/webhook';

const named = nodes.map(({ node }) => [node.description.displayName, node] as const);
const triggers = named.filter(
	([, { webhook, description }]) => webhook && !description.credentials,
);

const runs = named
	.filter(([, { execute }]) => execute)
	.flatMap(([name, node]) =>
		operationsOf(node.description).map(({ title, resource, operation }) => {
			return [name, title, node, { resource, operation }] as const;
		}),
	);

it.each(runs)('runs for every item: %s, %s', async (_name, _title, node, parameters) => {
	const { context, sent } = fakeExecution({
		items: 2,
		continueOnFail: true,
		parameters,
		credential: { baseUrl: 'https://provider.example' },
		respond: () => json({ id: 1 }),
	});
	const [output] = (await node.execute!.call(context)) as INodeExecutionData[][];
	expect(output.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	const [{ name: own }] = node.description.credentials!;
	expect(sent.map(({ credentialType }) => credentialType)).toEqual(sent.map(() => own));
});

describe.each(triggers)('%s', (_name, node) => {
	const { checkExists, create, delete: remove } = node.webhookMethods!.default!;

	it('starts only with a token, and stops always', async () => {
		for (const method of [checkExists, create]) {
			expect(await method.call(fakeHook('token'))).toBe(true);
			const { message } = await failureOf(async () => await method.call(fakeHook('')));
			expect(message).toBe('Verification Token is empty');
		}
		expect(await remove.call(fakeHook(''))).toBe(true);
	});

	it('refuses a call without its token', async () => {
		const { context, answered } = fakeWebhook({ query: {} });
		expect(await node.webhook!.call(context)).toEqual({ noWebhookResponse: true });
		expect(answered).toMatchObject([{ status: 401 }]);
	});
});
