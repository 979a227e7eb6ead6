import { createServer, request as requestOf } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** A proxy as companies have one between their machines and the Internet. */
export interface ForwardProxy {
	url: string;
	/** Host and port of every request that came, oldest first. */
	asked: string[];
	/** The `Proxy-Authorization` of those that had one. */
	logins: string[];
	/** Answers this status from now on instead of passing anything on. */
	refuseWith(status: number): void;
	close(): Promise<void>;
}

function passOn(request: IncomingMessage, response: ServerResponse): void {
	const { method, headers } = request;
	const onward = requestOf(request.url!, { method, headers }, (answer) => {
		response.writeHead(answer.statusCode!, answer.headers);
		answer.pipe(response);
	});
	request.pipe(onward);
}

function tunnel(socket: Socket, target: string): void {
	const [, host, port] = /^(.*):(\d+)$/.exec(target)!;
	const onward = connect(Number(port), host, () => {
		socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
		onward.pipe(socket).pipe(onward);
	});
	for (const end of [socket, onward])
		end.on('error', () => [socket, onward].forEach((one) => one.destroy()));
}

/** Starts one: plain requests are passed on (RFC 9112, 3.2.2), encrypted ones go through a tunnel (CONNECT). */
export async function startForwardProxy(): Promise<ForwardProxy> {
	const asked: string[] = [];
	const logins: string[] = [];
	const note = (target: string, { headers }: IncomingMessage) => {
		asked.push(target);
		const login = headers['proxy-authorization'];
		if (login !== undefined) logins.push(login);
	};
	let refusal = 0;
	const body = '<html><body>Ask your administrator</body></html>';
	const server = createServer((request, response) => {
		note(new URL(request.url!).host, request);
		if (refusal === 0) return passOn(request, response);
		response.writeHead(refusal, { 'content-type': 'text/html' }).end(body);
	});
	server.on('connect', (request, socket: Socket) => {
		note(request.url!, request);
		if (refusal === 0) return tunnel(socket, request.url!);
		socket.end(
			`HTTP/1.1 ${refusal} No\r\ncontent-type: text/html\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
		);
	});
	const sockets = new Set<Socket>();
	server.on('connection', (socket: Socket) => sockets.add(socket));
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		asked,
		logins,
		refuseWith: (status) => {
			refusal = status;
		},
		close: async () => {
			for (const socket of sockets) socket.destroy();
			await new Promise((closed) => server.close(closed));
		},
	};
}
