import { createServer, request as forward } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
	method: string;
	/** With the query. */
	path: string;
	headers: IncomingHttpHeaders;
	body: string;
}

export interface Answered {
	status: number;
	headers: IncomingHttpHeaders;
	body: string;
}

/** A request under a fault. */
export interface Exchange {
	request: Received;
	/** What the provider answered; empty where the fault keeps the request from it. */
	answered: Answered;
	response: ServerResponse;
}

/** Which requests meet a fault, and how. */
export interface Strike {
	/** How the path ends, query left aside. */
	path: string;
	/** Matching requests that pass before. */
	skip: number;
	times: number;
	/** Whether the provider gets the request before its answer is spoiled. */
	reaches: boolean;
	spoil(exchange: Exchange): void;
}

async function bodyOf(message: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of message) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString();
}

async function handOn(to: string, { method, path, headers, body }: Received): Promise<Answered> {
	const answer = await new Promise<IncomingMessage>((resolve, reject) => {
		const options = { method, headers: { ...headers, host: new URL(to).host } };
		forward(to + path, options, resolve)
			.on('error', reject)
			.end(body);
	});
	const { statusCode: status = 0, headers: answered } = answer;
	return { status, headers: answered, body: await bodyOf(answer) };
}

/**
 * A gateway in front of the sandbox, as companies have them in front of providers. It hands requests on and
 * answers back, and spoils those it is told to: so the sandbox stays the witness of what was sent, while any
 * bytes can be answered.
 */
export async function startGateway(sandboxUrl: string, strike: Strike) {
	/** Requests to the path of the strike, oldest first. */
	const received: Received[] = [];
	const server = createServer(async (message, response) => {
		const { method = '', url: path = '', headers } = message;
		const request = { method, path, headers, body: await bodyOf(message) };
		const matches = path.split('?')[0].endsWith(strike.path);
		const place = matches ? received.push(request) - 1 : -1;
		const isStruck = place >= strike.skip && place < strike.skip + strike.times;
		const passes = !isStruck || strike.reaches;
		const answered = passes
			? await handOn(sandboxUrl, request)
			: { status: 200, headers: {}, body: '' };
		if (isStruck) return strike.spoil({ request, answered, response });
		response.writeHead(answered.status, answered.headers).end(answered.body);
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		received,
		close: async () => {
			server.closeAllConnections();
			await new Promise((closed) => server.close(closed));
		},
	};
}

export type Gateway = Awaited<ReturnType<typeof startGateway>>;
