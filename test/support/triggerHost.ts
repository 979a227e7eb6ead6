import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebhookContext } from 'n8n-core';
import { Workflow } from 'n8n-workflow';
import type {
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
	IWebhookData,
	IWebhookFunctions,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { credentialFor, providers } from '../providers';
import { startSandbox } from '../sandbox/server';
import type { Sandbox } from '../sandbox/server';
import { StoredCredentials } from './credentialsHelper';
import { additionalDataFor, credentialTypes, nodeTypes } from './engine';

const TYPE = 'phoneVerificationTrigger';

/** The header by which a test says from which address a visitor comes; n8n learns it from the proxy. */
export const ADDRESS = 'x-test-address';

interface Place {
	workflowId: string;
	nodeId: string;
}

type Incoming = IncomingMessage & { rawBody: Buffer };

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
}

/** A body as n8n parses it before the node sees it. @throws SyntaxError for JSON that is none, which n8n answers itself */
function parsed({ headers, rawBody }: Incoming): unknown {
	const type = String(headers['content-type']);
	if (rawBody.length === 0) return {};
	if (type.includes('json')) return JSON.parse(rawBody.toString());
	return type.includes('form-urlencoded')
		? Object.fromEntries(new URLSearchParams(rawBody.toString()))
		: {};
}

/**
 * The Phone Verification Trigger behind an address, inside n8n-core and with real HTTP on both sides. Of n8n's server it
 * has what the node sees: the parsed request, and static data that are read before each request and stored after it.
 */
export class TriggerHost {
	sandbox!: Sandbox;

	url!: string;

	/** The outputs of the executions that were started, oldest first. */
	executions: INodeExecutionData[][][] = [];

	/** What the node threw: n8n starts an execution for it, which fails. */
	failures: string[] = [];

	/** What n8n keeps of the workflow, as text. */
	staticData = '{}';

	mode: WorkflowExecuteMode = 'webhook';

	settings: Partial<INode> = {};

	private server!: Server;

	private store!: StoredCredentials;

	/** Makes a trigger that no other test's is mistaken for. */
	constructor(
		public parameters: INodeParameters,
		readonly place: Place = { workflowId: 'workflow', nodeId: crypto.randomUUID() },
	) {}

	async start(): Promise<void> {
		this.sandbox = await startSandbox({ callbackDelay: 60_000 });
		const stored = providers.map((provider) => {
			return [provider.credential.type, credentialFor(provider, this.sandbox)] as const;
		});
		this.store = new StoredCredentials(credentialTypes, Object.fromEntries(stored));
		this.server = createServer((request, response) => {
			this.serve(request, response).catch(({ name, message }: Error) => {
				if (name !== 'SyntaxError') this.failures.push(message);
				response.writeHead(name === 'SyntaxError' ? 422 : 500).end();
			});
		});
		await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
		const { port } = this.server.address() as AddressInfo;
		this.url = `http://127.0.0.1:${port}/`;
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
		await this.sandbox.close();
	}

	/** Changes a stored credential. */
	change(type: string, fields: Record<string, string | string[]>): void {
		Object.assign(this.store.stored[type], fields);
	}

	private context(request: IncomingMessage, response: ServerResponse) {
		const node = {
			...{ id: this.place.nodeId, name: 'Trigger', type: TYPE, typeVersion: 1, position: [0, 0] },
			parameters: this.parameters,
			credentials: Object.fromEntries(
				Object.keys(this.store.stored).map((type) => [type, { id: type, name: type }]),
			),
			...this.settings,
		};
		const workflow = new Workflow({
			id: this.place.workflowId,
			nodes: [node as INode],
			connections: {},
			active: true,
			nodeTypes: {
				getByName: (name: string) => nodeTypes[name],
				getByNameAndVersion: (name: string) => nodeTypes[name],
				getKnownTypes: () => ({}),
			} as never,
			staticData: JSON.parse(this.staticData) as IDataObject,
		});
		const run = { type: TYPE, parameters: {}, credential: {} };
		const additionalData = {
			...additionalDataFor(run, this.store),
			httpRequest: request,
			httpResponse: response,
		};
		const webhookData = { webhookDescription: { name: 'default' } } as IWebhookData;
		const context = new WebhookContext(
			workflow,
			workflow.getNode('Trigger')!,
			additionalData as never,
			this.mode,
			webhookData,
			[],
			null,
		);
		return { context: context as unknown as IWebhookFunctions, workflow };
	}

	private async serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
		const rawBody = await bytesOf(incoming);
		const query = Object.fromEntries(new URL(incoming.url!, this.url).searchParams);
		const ip = incoming.headers[ADDRESS] ?? incoming.socket.remoteAddress;
		const request = Object.assign(incoming, { rawBody, query, params: {}, ip });
		Object.assign(request, { body: parsed(request) });
		const { context, workflow } = this.context(request, response);
		const { workflowData, noWebhookResponse } = await nodeTypes[TYPE].webhook!.call(context);
		if (this.mode === 'webhook') this.staticData = JSON.stringify(workflow.staticData);
		if (workflowData) this.executions.push(workflowData);
		if (!noWebhookResponse) response.end(JSON.stringify(workflowData?.[0]?.[0]?.json));
	}
}
