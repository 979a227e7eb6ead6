import type { IDataObject, INode, IWebhookFunctions, WorkflowExecuteMode } from 'n8n-workflow';
import { providers } from '../../../nodes/PhoneVerification/providers';
import { receive } from '../../../nodes/shared/verification/receive';
import { bodyOf, json } from './execution';
import type { Respond, SentRequest } from './execution';
import type { Incoming, Outgoing } from './triggerRequest';

/** Milliseconds since 1970, at which a fake trigger begins. */
export const NOW = 1_800_000_000_000;

const FORM = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };

const credentialOf = (username: string) => {
	return { username, password: 'a password', baseUrl: 'https://api.example.com' };
};

/** Answers as each provider does for whom everything is right. */
export const yes: Respond = ({ credentialType }, nth) => {
	if (credentialType === 'cmVoiceApi') return json({ 'call-id': `call-${nth}` });
	return json(credentialType === 'antsApi' ? { otpId: `otp-${nth}` } : { id: nth }, 201);
};

/** n8n's webhook functions around the Phone Verification Trigger, with a clock and providers that answer as told. */
export class FakeTrigger {
	node: Partial<INode> = {};

	/** Options of the trigger. */
	options: IDataObject = {};

	credentials: Record<string, IDataObject> = {};

	staticData: IDataObject = {};

	mode: WorkflowExecuteMode = 'webhook';

	ip = '203.0.113.7';

	workflowId = 'workflow';

	now = NOW;

	respond = yes;

	sent: SentRequest[] = [];

	warnings: string[] = [];

	/** Makes a trigger that no other test's is mistaken for. */
	constructor(
		public parameters: IDataObject = { provider: 'antBuddy' },
		readonly id: string = crypto.randomUUID(),
	) {
		jest.spyOn(Date, 'now').mockImplementation(() => this.now);
	}

	/** Asks as an app does. */
	async ask(body: IDataObject, more: Incoming = {}): Promise<Outgoing> {
		const headers = { 'content-type': 'application/json', ...more.headers };
		return await this.receive({ method: 'POST', ...more, body, headers });
	}

	/** Sends a form of the page. */
	async submit(fields: Record<string, string>, more: Incoming = {}): Promise<Outgoing> {
		const raw = Buffer.from(String(new URLSearchParams(fields)));
		return await this.receive({
			method: 'POST',
			raw,
			...more,
			headers: { ...FORM, ...more.headers },
		});
	}

	async receive(incoming: Incoming): Promise<Outgoing> {
		const response = {
			statusCode: 0,
			headersSent: false,
			headers: {} as Record<string, string>,
			text: '',
			setHeader: (name: string, value: string) => (response.headers[name] = value),
			end(text = '') {
				Object.assign(response, { text, headersSent: true });
			},
		};
		const functions = this.functions(incoming, response);
		const { workflowData, noWebhookResponse } = await receive(functions, providers);
		if (noWebhookResponse && !response.headersSent) throw new Error('Nobody answers the visitor');
		const { headers, text } = response;
		const isJson = headers['Content-Type']?.includes('json') && text !== '';
		return {
			status: response.statusCode,
			notice: /role="alert">([^<]*)/.exec(text)?.[1] ?? '',
			...{ headers, text, json: isJson ? (JSON.parse(text) as IDataObject) : {} },
			// Copies, because toEqual takes a list of what has no json for an empty one.
			outputs: workflowData?.map((items) => items.map((item) => ({ ...item.json }))),
			isLeftToN8n: !noWebhookResponse,
		};
	}

	/** n8n's functions for a request. */
	functions(incoming: Incoming, response: unknown = {}): IWebhookFunctions {
		const { headers = {}, query = {}, body, method = 'GET' } = incoming;
		const rawBody = incoming.raw ?? (body && Buffer.from(JSON.stringify(body)));
		const given: IDataObject = { ...this.parameters, options: this.options };
		const node = { id: this.id, name: 'Trigger', type: 'test', parameters: given, ...this.node };
		const functions: object = {
			getNode: () => node,
			getMode: () => this.mode,
			getWorkflow: () => ({ id: this.workflowId }),
			getNodeParameter: (name: string, fallback: unknown) => given[name] ?? fallback,
			getRequestObject: () => ({ method, headers, rawBody, ip: this.ip }),
			getResponseObject: () => response,
			getQueryData: () => query,
			getHeaderData: () => headers,
			getBodyData: () => body,
			getWorkflowStaticData: (type: string) => {
				if (type === 'node') return this.staticData;
				throw new Error(`The trigger must not use the static data of type “${type}”`);
			},
			getCredentials: async (type: string) =>
				await Promise.resolve({ ...credentialOf(this.id), ...this.credentials[type] }),
			logger: { warn: (message: string) => this.warnings.push(message) },
			helpers: { httpRequestWithAuthentication: this.requester(() => functions) },
		};
		return functions as unknown as IWebhookFunctions;
	}

	/** The code that was sent last, for a provider that does not make it. */
	get code(): string {
		const { otp, code } = bodyOf(this.sent.at(-1)!);
		return String(otp ?? code);
	}

	/** A code of the same length that is wrong. */
	get wrongCode(): string {
		return this.code.replace(/^./, (digit) => String((Number(digit) + 1) % 10));
	}

	private requester(owner: () => unknown) {
		const answer = async (request: SentRequest) => {
			this.sent.push(request);
			return await this.respond(request, this.sent.length - 1);
		};
		return async function (
			this: unknown,
			credentialType: string,
			options: SentRequest['options'],
			{ credentialsDecrypted }: { credentialsDecrypted: { data: SentRequest['credential'] } },
		) {
			if (this !== owner()) throw new Error('The helper lost its this');
			return await answer({ credentialType, options, credential: credentialsDecrypted.data });
		};
	}
}
