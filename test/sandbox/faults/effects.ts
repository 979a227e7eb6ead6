import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PlayedProvider } from '../providers/provider';
import type { State } from '../state';
import type { Effect } from './fault';

const ERROR_PAGE = `<!DOCTYPE html><html><head><title>Bad gateway</title></head>
<body><h1>Bad gateway</h1><p>The server is not available at the moment.</p></body></html>`;

/**
 * Applies an effect before the provider processes the request.
 * @returns whether the request ends here
 * @throws Refusal in the provider's form
 */
export async function strikeBefore(
	effect: Effect,
	provider: PlayedProvider,
	state: State,
	request: FastifyRequest,
	reply: FastifyReply,
): Promise<boolean> {
	if ('latency' in effect) {
		// The timer does not keep the process alive: a closed sandbox has no client to answer.
		await sleep(effect.latency, undefined, { ref: false });
		return false;
	}
	if ('providerStatus' in effect) {
		provider.answerStatus?.(effect.providerStatus);
		return false;
	}
	if ('expiredToken' in effect) {
		provider.expireLogin(request);
		return false;
	}
	return endBefore(effect, state, reply);
}

function endBefore(effect: Effect, state: State, reply: FastifyReply): boolean {
	if ('html' in effect) {
		reply.code(effect.status ?? 502).type('text/html; charset=utf-8');
		reply.send(ERROR_PAGE);
	} else if ('status' in effect) {
		const { status, headers = {}, body = '', contentType } = effect;
		const type = typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json';
		reply.code(status).type(contentType ?? type);
		reply.headers(headers).send(typeof body === 'string' ? body : JSON.stringify(body));
	} else if ('never' in effect) {
		reply.hijack();
	} else if ('raw' in effect) {
		reply.hijack();
		reply.raw.socket?.end(Buffer.from(effect.raw, 'base64'));
	} else if ('reset' in effect && effect.reset === 'beforeProcessing') {
		reply.hijack();
		reply.raw.socket?.resetAndDestroy();
	} else {
		return false;
	}
	state.counters.refuse();
	return true;
}

/** Applies an effect to the provider's answer, after the request was processed. */
export function strikeAfter(
	effect: Effect,
	reply: FastifyReply,
	answer: string,
): string | Readable {
	const bytes = Buffer.from(answer);
	if ('largeBody' in effect) return padded(answer, effect.largeBody);
	if ('trickle' in effect) {
		reply.header('content-length', bytes.length);
		return Readable.from(drop(bytes, effect.trickle.ms, reply));
	}
	if ('truncated' in effect) {
		// The closed connection tells the client that the answer has ended.
		reply.header('content-length', bytes.length + 64).header('connection', 'close');
		return Readable.from([bytes]);
	}
	if ('reset' in effect && effect.reset === 'afterProcessing') {
		reply.raw.socket?.resetAndDestroy();
	}
	if ('reset' in effect && effect.reset === 'midBody') {
		reply.header('content-length', bytes.length);
		return Readable.from(breakOff(bytes, reply));
	}
	return answer;
}

async function* drop(bytes: Buffer, ms: number, reply: FastifyReply): AsyncGenerator<Buffer> {
	// If a client disconnects before the headers, fastify 5.12 throws an uncaught exception.
	reply.raw.flushHeaders();
	for (let i = 0; i < bytes.length; i++) {
		await sleep(ms, undefined, { ref: false });
		yield bytes.subarray(i, i + 1);
	}
}

async function* breakOff(bytes: Buffer, reply: FastifyReply): AsyncGenerator<Buffer> {
	yield bytes.subarray(0, Math.ceil(bytes.length / 2));
	// The first half must be sent before the end, or the client sees a reset without an answer.
	await sleep(20, undefined, { ref: false });
	reply.raw.socket?.destroy();
}

function padded(answer: string, bytes: number): string {
	const missing = Math.max(0, bytes - Buffer.byteLength(answer));
	const frame = ',"padding":""';
	if (!answer.endsWith('}') || missing < frame.length) return answer + ' '.repeat(missing);
	return `${answer.slice(0, -1)},"padding":"${'x'.repeat(missing - frame.length)}"}`;
}
