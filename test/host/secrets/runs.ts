import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Fault } from '../../engine/faults/fault';
import { startGateway } from '../../engine/faults/gateway';
import type { Received, Strike } from '../../engine/faults/gateway';
import { nextItem } from '../../engine/faults/subjects';
import type { Subject } from '../../engine/faults/subjects';
import { codeIn } from '../../engine/faults/table/echoes';
import { credentialFor } from '../../providers';
import { eventually } from '../flows/support/wait';
import type { Host } from '../host';
import type { WorkflowData } from '../n8nClient';

export const MODES = ['stopWorkflow', 'continueRegularOutput'] as const;

/** The path of the production webhook of an operation's workflow. */
export const webhookOf = ({ name }: Subject, mode: string) =>
	`${name} ${mode}`.replace(/\W+/g, '-');

/** Webhook → one item for each posted item → the operation. */
function workflowOf(
	subject: Subject,
	onError: string,
	credential: { type: string; id: string; name: string },
	timeout: string,
): WorkflowData {
	const { name, type, parameters } = subject;
	const path = webhookOf(subject, onError);
	const at = { position: [0, 0] as [number, number] };
	const options: INodeParameters = { maxConcurrency: 1, codeLength: 10, timeout };
	return {
		name: `${name}, ${onError}`,
		nodes: [
			{
				...{ ...at, id: 'w', name: 'Webhook', type: 'n8n-nodes-base.webhook', typeVersion: 2 },
				webhookId: path,
				parameters: {
					...{ path, httpMethod: 'POST', responseMode: 'lastNode' },
					responseData: 'noData',
				},
			},
			{
				...{ ...at, id: 's', name: 'Items', type: 'n8n-nodes-base.splitOut', typeVersion: 1 },
				parameters: { fieldToSplitOut: 'body.items', include: 'noOtherFields', options: {} },
			},
			{
				...{ ...at, id: 'n', name: 'Node', typeVersion: 1, onError },
				type: `n8n-nodes-voice-sms-otp.${type}`,
				parameters: { ...parameters, options },
				credentials: { [credential.type]: { id: credential.id, name: credential.name } },
			},
		],
		connections: {
			Webhook: { main: [[{ node: 'Items', type: 'main', index: 0 }]] },
			Items: { main: [[{ node: 'Node', type: 'main', index: 0 }]] },
		},
	} as unknown as WorkflowData;
}

/** One operation in a real n8n, with a gateway of its own that spoils the provider's answers. */
export class OperationRuns {
	/** All requests that the operation sent. */
	readonly requests: Received[] = [];

	private constructor(
		private readonly host: Host,
		readonly subject: Subject,
		private readonly strike: Strike,
		private readonly gateway: Awaited<ReturnType<typeof startGateway>>,
	) {}

	static async open(host: Host, subject: Subject): Promise<OperationRuns> {
		const strike: Strike = {
			...{ path: subject.path, skip: Infinity, times: 0, reaches: true },
			spoil: () => {},
		};
		const gateway = await startGateway(host.sandbox.url, strike);
		const { client } = host;
		const { provider } = subject;
		const { type } = provider.credential;
		const baseUrl = gateway.url + provider.sandbox.basePath;
		const credential = await client.credentials.create({
			...{ type, name: subject.name },
			data: { ...credentialFor(provider, host.sandbox), baseUrl },
		});
		for (const mode of MODES) {
			const timeout = '={{ $("Webhook").first().json.body.timeout }}';
			const workflow = workflowOf(subject, mode, { ...credential, type }, timeout);
			await client.workflows.activate(await client.workflows.create(workflow));
		}
		return new OperationRuns(host, subject, strike, gateway);
	}

	/** Runs one execution with three items, of which the second meets the fault. */
	async run(fault: Fault, mode: (typeof MODES)[number]): Promise<void> {
		const { host, subject, strike, gateway } = this;
		const items = await Promise.all([1, 2, 3].map(async () => await this.newItem()));
		gateway.received.length = 0;
		Object.assign(strike, {
			...{ skip: 1, times: fault.asked?.(subject) ?? 1 },
			...{ reaches: fault.reaches, spoil: fault.spoil },
		});
		const url = webhookOf(subject, mode);
		const body = { items, timeout: fault.timeout ?? 20_000 };
		// On a busy machine n8n may register a webhook after the client has given up; until then n8n runs nothing.
		await eventually(
			async () => {
				const { status } = await host.client.workflows.callWebhook(url, body);
				return status === 404 ? undefined : status;
			},
			`${subject.name} under ${fault.name}`,
			120_000,
		);
		this.requests.push(...gateway.received);
	}

	/** The codes in the operation's requests. */
	get codes(): string[] {
		return this.requests.map(codeIn).filter((code) => code !== '');
	}

	async close(): Promise<void> {
		await this.gateway.close();
	}

	/** An item whose code, if it has one, is replaced by ten digits, which do not appear anywhere by chance. */
	private async newItem(): Promise<IDataObject> {
		const { json, code } = await nextItem(this.subject, this.host.sandbox);
		const typed = String(Math.random()).slice(2, 12).padEnd(10, '7');
		return Object.fromEntries(
			Object.entries(json).map(([name, value]) => [name, value === code ? typed : value]),
		);
	}
}
