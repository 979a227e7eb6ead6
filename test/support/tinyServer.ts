import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SeenRequest {
	method: string;
	/** With the query. */
	path: string;
	headers: IncomingHttpHeaders;
	body: string;
}

export interface TinyAnswer {
	/** 200 unless given. */
	status?: number;
	headers?: Record<string, string>;
	/** Sent as JSON; nothing is sent where it is left out. */
	json?: unknown;
}

export interface TinyServer {
	url: string;
	/** Oldest first. */
	requests: SeenRequest[];
	close(): Promise<void>;
}

/** A server that answers as it is told: for answers that the sandbox, true to the documents, does not give. */
export async function startTinyServer(
	answer: (request: SeenRequest, url: string) => TinyAnswer,
): Promise<TinyServer> {
	const requests: SeenRequest[] = [];
	const server = createServer(async (request, response) => {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const { method = '', url: path = '', headers } = request;
		const seen = { method, path, headers, body: Buffer.concat(chunks).toString() };
		requests.push(seen);
		const { status = 200, headers: extra, json } = answer(seen, url);
		response.writeHead(status, { 'content-type': 'application/json', ...extra });
		response.end(json === undefined ? undefined : JSON.stringify(json));
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		url,
		requests,
		close: async () => {
			server.closeAllConnections();
			await new Promise((closed) => server.close(closed));
		},
	};
}
