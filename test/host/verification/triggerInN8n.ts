import axios from 'axios';
import type { AxiosResponse } from 'axios';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { sandboxCredentials } from '../demo/credentials';
import type { FlowHost } from '../flows/support/flowHost';
import { untilRegistered } from '../flows/support/registered';
import { openHost } from '../host';
import type { Host } from '../host';
import type { ExecutionSummary, StoredCredential, StoredWorkflow } from '../n8nClient';
import { streamProgress } from '../system/progress';

const TYPE = 'n8n-nodes-voice-sms-otp.phoneVerificationTrigger';
/** The name of the trigger in its workflow. */
export const TRIGGER = 'Phone Verification Trigger';
/** The names of the nodes behind the trigger's outputs. */
export const BEHIND = ['Verified', 'Not Verified'];

const ASKED = { proxy: false, maxRedirects: 0, validateStatus: () => true } as const;

/** A real n8n whose workflows each start with a Phone Verification Trigger, and the sandbox that they call. */
export class TriggerInN8n {
	private constructor(
		readonly host: Host,
		readonly userFolder: string,
		private readonly credentials: StoredCredential[],
	) {}

	static async open(env: Record<string, string> = {}): Promise<TriggerInN8n> {
		const userFolder = await mkdtemp(path.join(os.tmpdir(), 'n8n-verification-'));
		const host = await openHost({ userFolder, progress: streamProgress(), env });
		const credentials: StoredCredential[] = [];
		for (const { name, type, data } of sandboxCredentials(host.sandbox))
			credentials.push(await host.client.credentials.put({ name, type, data }));
		return new TriggerInN8n(host, userFolder, credentials);
	}

	/** Uses an n8n that is already running; the caller ends it. */
	static over(host: FlowHost): TriggerInN8n {
		return new TriggerInN8n(host, host.userFolder, host.setup.credentials);
	}

	async close(): Promise<void> {
		await this.host.close();
		await rm(this.userFolder, { recursive: true, force: true });
	}

	/** Publishes a workflow of the trigger and a node behind each output. @param name - also part of its address */
	async publish(name: string, parameters: INodeParameters): Promise<PublishedTrigger> {
		const { client, n8n } = this.host;
		const place = (id: string) => ({ id, position: [0, 0] as [number, number] });
		const credentials = Object.fromEntries(
			this.credentials.map(({ id, name: title, type }) => [type, { id, name: title }]),
		);
		const trigger = { name: TRIGGER, type: TYPE, typeVersion: 1, ...place('trigger') };
		const next = BEHIND.map((title) => {
			return {
				...place(title),
				name: title,
				type: 'n8n-nodes-base.noOp',
				typeVersion: 1,
				parameters: {},
			};
		});
		const outputs = parameters.notVerifiedOutput ? BEHIND : BEHIND.slice(0, 1);
		const workflow = await client.workflows.put({
			name,
			nodes: [{ ...trigger, parameters, credentials, webhookId: name }, ...next],
			connections: {
				[TRIGGER]: { main: outputs.map((node) => [{ node, type: 'main', index: 0 }]) },
			},
		});
		await client.workflows.activate(workflow);
		await untilRegistered(n8n.url, workflow);
		return new PublishedTrigger(this.host, workflow, `${n8n.url}/webhook/${name}/verify`);
	}
}

/** A published trigger, and the requests that people and apps send to its address. */
export class PublishedTrigger {
	constructor(
		readonly host: Host,
		readonly workflow: StoredWorkflow,
		readonly url: string,
	) {}

	async ask(
		body: unknown,
		headers: Record<string, string> = {},
	): Promise<AxiosResponse<IDataObject>> {
		return await axios.post(this.url, body, { ...ASKED, headers });
	}

	async open(query = ''): Promise<AxiosResponse<string>> {
		return await axios.get(this.url + query, { ...ASKED, headers: { Accept: 'text/html' } });
	}

	async submit(fields: Record<string, string>, query = ''): Promise<AxiosResponse<string>> {
		const headers = { Accept: 'text/html', Origin: 'null' };
		return await axios.post(this.url + query, new URLSearchParams(fields), { ...ASKED, headers });
	}

	async request(method: string, headers: Record<string, string> = {}): Promise<AxiosResponse> {
		return await axios.request({ ...ASKED, method, url: this.url, headers });
	}

	/** The newest 100 executions. */
	async executions(): Promise<ExecutionSummary[]> {
		return await this.host.client.executions.list({ workflowId: this.workflow.id }, 100);
	}

	/** The newest code for the number that ends with these digits. */
	codeFor(digits: string): string {
		return this.host.sandbox.state.inbox.find(({ to }) => to.endsWith(digits))!.code;
	}
}
