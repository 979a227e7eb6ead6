import axios from 'axios';
import type { AxiosResponse } from 'axios';
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import type { InboxEntry } from '../../sandbox/server';
import { ADDRESS, TriggerHost } from '../../support/triggerHost';

/** A provider that calls and needs nothing but a credential, and the nth number that it reaches, as typed. */
export const BY_CALL: INodeParameters = { provider: 'antBuddy' };
export const typed = (n: number): string => `091927${String(n).padStart(4, '0')}`;
export const e164 = (n: number): string => `+84${typed(n).slice(1)}`;

const options = { validateStatus: () => true, maxRedirects: 0 };

/** What a person or an app does at the trigger's address. */
export class Visitor {
	/** @param address that n8n learns from the proxy; left out, the visitor comes from the machine itself */
	constructor(
		readonly host: TriggerHost,
		readonly address?: string,
	) {}

	private headers(more: Record<string, string> = {}) {
		return { ...(this.address && { [ADDRESS]: this.address }), ...more };
	}

	/** Asks as an app does. */
	async ask(body: unknown, headers?: Record<string, string>): Promise<AxiosResponse<IDataObject>> {
		return await axios.post(this.host.url, body, { ...options, headers: this.headers(headers) });
	}

	/** Opens the page. */
	async open(query = ''): Promise<AxiosResponse<string>> {
		const headers = this.headers({ Accept: 'text/html' });
		return await axios.get(this.host.url + query, { ...options, headers });
	}

	/** Sends a form of the page. */
	async submit(fields: Record<string, string>, query = ''): Promise<AxiosResponse<string>> {
		const headers = this.headers({ Accept: 'text/html', Origin: 'null' });
		const form = new URLSearchParams(fields);
		return await axios.post(this.host.url + query, form, { ...options, headers });
	}
}

/** The value of a hidden field in a page. */
export const hiddenIn = (page: string, name: string): string =>
	new RegExp(`name="${name}" value="([^"]*)"`).exec(page)![1];

/** What was sent to phones, newest first. */
export const inboxOf = ({ sandbox }: TriggerHost): InboxEntry[] => [...sandbox.state.inbox];

/** The code that was sent last. */
export const lastCode = (host: TriggerHost): string => inboxOf(host)[0].code;

/** A code of the same length that is wrong. */
export const wrongCode = (host: TriggerHost): string =>
	lastCode(host).replace(/^./, (digit) => String((Number(digit) + 1) % 10));

/** The json of the items at an output of the executions. */
export const outputOf = ({ executions }: TriggerHost, output = 0): IDataObject[] =>
	executions
		.flatMap((outputs): INodeExecutionData[] => outputs[output] ?? [])
		.map(({ json }) => json);

/** A trigger for each test. */
export function hostForEach(parameters: INodeParameters): { readonly host: TriggerHost } {
	const current = { host: new TriggerHost(parameters) };
	beforeEach(async () => {
		current.host = new TriggerHost({ ...parameters });
		await current.host.start();
	});
	afterEach(async () => await current.host.close());
	return current;
}
