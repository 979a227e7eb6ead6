import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Counters } from '../counters';
import { Refusal } from '../shared/refusal';
import { inWords, isObject, problemsOf } from '../shared/validate';
import type { Fields, JsonObject } from '../shared/validate';
import type { PlayedProvider } from './provider';

/** What an `Authorization` header carries for HTTP Basic with this login. */
export function basicAuthorization(login: { username: string; password: string }): string {
	return `Basic ${Buffer.from(`${login.username}:${login.password}`).toString('base64')}`;
}

/** The body as text: the sandbox reads every body itself, to log it and to refuse it in the provider's words. */
export function bodyOf(request: FastifyRequest): string {
	return typeof request.body === 'string' ? request.body : '';
}

function isJson(request: FastifyRequest): boolean {
	return /^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '');
}

/** @throws Error saying why the text is not a JSON object. */
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
	/** Reason by field; empty unless the problem is about fields. */
	fields: Map<string, string>;
}

/**
 * The body of a request, checked: its type, its syntax, its fields.
 * @param refuse puts a problem in the provider's words; what it returns is thrown
 * @param whenEmpty stands in for a body that is not there
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

/** Answers what a provider threw, or what fastify refused before the provider saw it, in the provider's form. */
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
