import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Counters } from '../counters';
import { Refusal } from '../shared/refusal';
import { inWords, isObject, problemsOf } from '../shared/validate';
import type { Fields, JsonObject } from '../shared/validate';
import type { PlayedProvider } from './provider';

/** The `Authorization` header of HTTP Basic for a login. */
export function basicAuthorization(login: { username: string; password: string }): string {
	return `Basic ${Buffer.from(`${login.username}:${login.password}`).toString('base64')}`;
}

/** Keeps the body as text: the sandbox logs it, and refuses it in the provider's form. */
export function bodyOf(request: FastifyRequest): string {
	return typeof request.body === 'string' ? request.body : '';
}

function isJson(request: FastifyRequest): boolean {
	return /^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '');
}

/** Parses a JSON object. @throws Error with the reason why the text is not one */
export function jsonObject(text: string): JsonObject {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (error) {
		throw new Error(`The body is not JSON: ${(error as Error).message}`);
	}
	if (!isObject(value)) throw new Error('The body must be a JSON object');
	return value;
}

export interface BodyProblem {
	about: 'contentType' | 'syntax' | 'fields';
	reason: string;
	/** Reasons by field; empty if the body as a whole is refused. */
	fields: Map<string, string>;
}

/**
 * Reads the body of a request, and checks its type, its syntax and its fields.
 * @param refuse makes the provider's refusal, which is thrown
 * @param whenEmpty is used in place of a missing body
 */
export function readBody(
	request: FastifyRequest,
	fields: Fields,
	refuse: (problem: BodyProblem) => Refusal,
	whenEmpty = '',
): JsonObject {
	const found = new Map<string, string>();
	if (!isJson(request)) {
		const reason = 'The Content-Type must be application/json';
		throw refuse({ about: 'contentType', reason, fields: found });
	}
	let body: JsonObject;
	try {
		body = jsonObject(bodyOf(request) || whenEmpty);
	} catch (error) {
		throw refuse({ about: 'syntax', reason: (error as Error).message, fields: found });
	}
	const problems = problemsOf(body, fields);
	if (problems.size === 0) return body;
	throw refuse({ about: 'fields', reason: inWords(problems), fields: problems });
}

/** Answers a refusal by the provider, or by fastify before the provider got the request, in the provider's form. */
export function answerError(
	error: unknown,
	reply: FastifyReply,
	provider: PlayedProvider,
	counters: Counters,
): void {
	const { statusCode = 500, message } = error as { statusCode?: number; message: string };
	if (!(error instanceof Refusal) && statusCode >= 500) throw error;
	counters.refuse();
	const refusal = error instanceof Refusal ? error : provider.refusal(statusCode, message);
	reply.code(refusal.status).headers(refusal.headers).send(refusal.body);
}
