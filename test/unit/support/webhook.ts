import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { receiveCallback } from '../../../nodes/shared/callbacks/callback';
import type { CallbackReader } from '../../../nodes/shared/callbacks/callback';
import { readReports } from '../../../nodes/shared/callbacks/reports';
import type { Report } from '../../../nodes/shared/callbacks/reports';

/** The token that the node has and the caller gives, unless a test says otherwise. */
export const TOKEN = 'a token';

/** What comes in, and what the node's fields hold. */
export interface Incoming {
	token?: string;
	statuses?: string[];
	query?: IDataObject;
	headers?: Record<string, string>;
	/** The body as n8n parsed it. */
	body?: unknown;
	/** The body's bytes. */
	raw?: Buffer;
}

/** What was answered by the node itself, instead of by n8n. */
export interface OwnResponse {
	status: number;
	json: unknown;
}

/** Takes every object with a status for a report. */
export const reader: CallbackReader = {
	read: (body) =>
		readReports(body, {
			isReport: ({ status }) => status !== undefined,
			toReport: (record) => ({ status: 'unknown', ...record }) as Report,
		}),
};

/** n8n's webhook functions with the members that the triggers use. */
export function fakeWebhook(incoming: Incoming) {
	const { token = TOKEN, statuses, query = { verificationToken: TOKEN }, raw } = incoming;
	const headers = incoming.headers ?? { 'content-type': 'application/json' };
	const body = 'body' in incoming ? incoming.body : {};
	const parameters: IDataObject = { verificationToken: token, statuses };
	const answered: OwnResponse[] = [];
	const context = {
		getNodeParameter: (name: string, fallback: unknown) => parameters[name] ?? fallback,
		getQueryData: () => query,
		getHeaderData: () => headers,
		getBodyData: () => body,
		getRequestObject: () => ({ rawBody: raw, headers }),
		getResponseObject: () => ({
			status: (status: number) => ({ json: (json: unknown) => answered.push({ status, json }) }),
		}),
	};
	return { context: context as unknown as IWebhookFunctions, answered };
}

/** Receives a callback with the simplest reader. */
export function receive(incoming: Incoming) {
	const { context, answered } = fakeWebhook(incoming);
	const result = receiveCallback(context, reader);
	return { result, response: answered[0] };
}

/** n8n's hook functions with the members that the triggers use. */
export const fakeHook = (verificationToken?: string) =>
	({
		getNode: () => ({ name: 'Trigger', type: 'test' }),
		getNodeParameter: (name: string, fallback: unknown) =>
			({ verificationToken })[name] ?? fallback,
	}) as unknown as IHookFunctions;
