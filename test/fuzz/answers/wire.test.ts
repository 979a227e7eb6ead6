import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { runNode } from '../../support/engine';
import { bodiesLike } from '../support/bodies';
import type { Body } from '../support/bodies';
import { expectHidden } from '../support/echo';
import type { Hidden } from '../support/echo';
import { fuzz } from '../support/fuzz';
import { expectOutputs } from '../support/output';
import { SUBJECTS } from '../support/subjects';
import type { Subject } from '../support/subjects';
import { expectPlainFailure } from '../support/words';

/** How an answer goes over the wire. */
interface Wire {
	status: number;
	body: Body;
	how:
		| 'plain'
		| 'zipped'
		| 'called zipped'
		| 'chunked'
		| 'cut short'
		| 'reset'
		| 'not HTTP'
		| 'odd headers';
}

const wires: fc.Arbitrary<Wire> = fc.constantFrom(...SUBJECTS).chain(({ documented }) =>
	fc.record({
		status: fc.constantFrom(200, 200, 200, 201, 204, 302, 400, 403, 500, 504, 599),
		body: bodiesLike(documented),
		how: fc.constantFrom(
			...(['plain', 'plain', 'zipped', 'called zipped', 'chunked', 'cut short', 'reset'] as const),
			...(['not HTTP', 'odd headers'] as const),
		),
	}),
);

function answer(response: ServerResponse, { status, how }: Wire, bytes: Buffer): void {
	const { socket } = response;
	const length = { 'content-length': bytes.length + 10 };
	const ways: Record<Wire['how'], () => unknown> = {
		plain: () => response.writeHead(status).end(bytes),
		zipped: () => response.writeHead(status, { 'content-encoding': 'gzip' }).end(gzipSync(bytes)),
		'called zipped': () => response.writeHead(status, { 'content-encoding': 'br' }).end(bytes),
		chunked: () => {
			response.writeHead(status);
			for (let at = 0; at < bytes.length && at < 5_000; at += 50)
				response.write(bytes.subarray(at, at + 50));
			response.end();
		},
		'cut short': () => response.writeHead(status, length).write(bytes, () => socket?.end()),
		reset: () => response.writeHead(status, length).write(bytes, () => socket?.resetAndDestroy()),
		'not HTTP': () => socket?.end(bytes),
		'odd headers': () =>
			socket?.end(
				`HTTP/1.1 ${status} \r\n__proto__: x\r\nx: \xff\r\nlocation: //[\r\n\r\n${bytes.toString('latin1')}`,
			),
	};
	ways[how]();
}

let server: Server;
let wire: Wire;
let carried: Hidden[] = [];
let subject: Subject;

beforeAll(async () => {
	server = createServer(async (request, response) => {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const { token } = subject.provider.credential;
		if (token && request.url?.endsWith(token.path)) {
			response.end(JSON.stringify(token.answer(subject.secrets.token)));
			return;
		}
		const text = Buffer.concat(chunks).toString();
		const code = text === '' ? '' : subject.codeIn(JSON.parse(text) as IDataObject);
		const hidden = { ...subject.secrets, code };
		carried.push(hidden);
		answer(response, wire, wire.body.bytes(hidden));
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
afterAll(async () => {
	server.closeAllConnections();
	await new Promise((closed) => server.close(closed));
});

/**
 * The same through n8n's own request helper, login and engine, with the bytes on a socket: the run ends with outputs or
 * with an error of ours, each recipient is asked for once, and nothing n8n would store holds the login or the code.
 */
fuzz(
	'answers through n8n-core, over HTTP',
	1,
	fc.record({ which: fc.constantFrom(...SUBJECTS), answered: wires, continues: fc.boolean() }),
	async ({ which, answered, continues }) => {
		[subject, wire, carried] = [which, answered, []];
		const { port } = server.address() as AddressInfo;
		const { token } = which.provider.credential;
		const { output, error, stored } = await runNode({
			type: which.type,
			parameters: { ...which.parameters, ...which.perItem[0] } as never,
			credential: {
				...which.credential,
				...(token && { [token.field]: '' }),
				baseUrl: `http://127.0.0.1:${port}`,
			},
			settings: continues ? { onError: 'continueRegularOutput' } : {},
		});
		// A 401, after which a new token is asked for, is not among the statuses here.
		if (which.isPaged) expect(carried.length).toBeLessThanOrEqual(3);
		else expect(carried).toHaveLength(1);
		// A code that somebody typed is stored with the parameters of the node.
		const isTyped = !which.sends && which.code !== undefined;
		expectHidden([output, error?.message, error?.description, isTyped ? '' : stored], carried);
		if (error === undefined) return expectOutputs(output, 1, () => {});
		const { outcome, itemIndex } = error.context as IDataObject;
		expectPlainFailure(
			{ message: error.message, description: error.description, outcome, itemIndex },
			1,
		);
	},
);
