import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import axios from 'axios';
import type { AxiosRequestConfig, AxiosResponse } from 'axios';
import { startSandbox } from '../server';
import type { Sandbox, SandboxOptions } from '../server';

/** A sandbox for the tests of one file, reset before each test. */
export function sandboxForTests(options?: SandboxOptions): { current: Sandbox } {
	const holder = {} as { current: Sandbox };
	beforeAll(async () => {
		holder.current = await startSandbox(options);
	});
	beforeEach(() => holder.current.reset());
	afterAll(() => holder.current.close());
	return holder;
}

const options: AxiosRequestConfig = { validateStatus: () => true, maxRedirects: 0, timeout: 5000 };

/** Sends a text unchanged, and anything else as JSON. */
export function post(url: string, body?: unknown, headers: object = {}): Promise<AxiosResponse> {
	return axios.post(url, typeof body === 'string' ? body : JSON.stringify(body), {
		...options,
		// Axios would encode a text that is not JSON.
		transformRequest: (text) => text,
		headers: { 'Content-Type': 'application/json', ...headers },
	});
}

export function get(url: string, headers: object = {}): Promise<AxiosResponse> {
	return axios.get(url, { ...options, headers: { ...headers } });
}

export function remove(url: string): Promise<AxiosResponse> {
	return axios.delete(url, options);
}

export interface Received {
	contentType?: string;
	body: Record<string, unknown>;
}

/** A receiver of callbacks, which is a separate server so that they arrive over HTTP. */
export async function startReceiver(status = 200) {
	const received: Received[] = [];
	const waiting: Array<() => void> = [];
	const server = createServer(async (request, response) => {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk);
		const body = JSON.parse(Buffer.concat(chunks).toString());
		received.push({ contentType: request.headers['content-type'], body });
		response.writeHead(status).end();
		for (const resume of waiting.splice(0)) resume();
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/callback?signature=x`,
		received,
		/** Resolves when this many callbacks have arrived. */
		async until(count: number): Promise<Received[]> {
			while (received.length < count) await new Promise<void>((resume) => waiting.push(resume));
			return received;
		},
		async close(): Promise<void> {
			server.closeAllConnections();
			await new Promise((closed) => server.close(closed));
		},
	};
}
