import type { ServerResponse } from 'node:http';
import type { Fault } from '../fault';
import type { Exchange } from '../gateway';

/** Ample for an answer that comes, also on a busy machine, and over in a bearable time for one that does not. */
const SHORT = 3000;

const lost = (name: string, reaches: boolean, spoil: Fault['spoil'], timeout?: number): Fault => ({
	name,
	reaches,
	spoil,
	timeout,
	becomes: 'unknown',
});

/** Writes the bytes and ends the connection, whatever was promised. */
const writeAndEnd =
	(bytes: (exchange: Exchange) => string): Fault['spoil'] =>
	(exchange) =>
		exchange.response.socket?.end(bytes(exchange));

const head = (length: number) =>
	`HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`;

function drip(response: ServerResponse, body: string): void {
	response.writeHead(200, { 'content-length': Buffer.byteLength(body) });
	let next = 0;
	const timer = setInterval(() => response.write(body.charAt(next++)), 50);
	response.on('close', () => clearInterval(timer));
}

function reset({ response }: Exchange): void {
	response.socket?.resetAndDestroy();
}

function resetMidBody({ response, answered: { body } }: Exchange): void {
	response.writeHead(200, { 'content-length': Buffer.byteLength(body) });
	response.write(body.slice(0, body.length / 2), () => response.socket?.resetAndDestroy());
}

export const CONNECTIONS: Fault[] = [
	lost('a reset before processing', false, reset),
	lost('a reset after processing', true, reset),
	lost('a reset in mid-answer', true, resetMidBody),
	lost(
		'an end without an answer',
		true,
		writeAndEnd(() => ''),
	),
	lost(
		'an answer that is not HTTP',
		true,
		writeAndEnd(() => 'SSH-2.0-server\r\n\r\n'),
	),
	lost('an answer with headers that do not end', true, ({ response }) => {
		response.socket?.write(`HTTP/1.1 200 OK\r\nX-Long: ${'x'.repeat(100_000)}`);
	}),
	lost(
		'less than Content-Length promises',
		true,
		writeAndEnd(({ answered: { body } }) => head(Buffer.byteLength(body) + 64) + body),
	),
	lost('chunks that break off', true, ({ response, answered: { body } }) => {
		response.socket?.end(
			`HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${body.length.toString(16)}\r\n${body}`,
		);
	}),
	lost('an answer that drips in for longer than Timeout', true, drippingBody(), SHORT),
	lost('no answer, not processed', false, () => {}, SHORT),
	lost('no answer, processed', true, () => {}, SHORT),
];

function drippingBody(): Fault['spoil'] {
	return ({ response, answered: { body } }) => drip(response, body);
}
