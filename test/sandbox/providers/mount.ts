import type { FastifyInstance, FastifyRequest } from 'fastify';
import { strikeAfter, strikeBefore } from '../faults/effects';
import type { Effect } from '../faults/fault';
import type { Suspect } from '../faults/faults';
import type { Refusal } from '../shared/refusal';
import type { LoggedRequest, State } from '../state';
import { answerError, bodyOf } from './http';
import type { Provider } from './provider';

declare module 'fastify' {
	interface FastifyRequest {
		logged: LoggedRequest | null;
		effect: Effect | null;
	}
}

/** Puts a provider under its prefix: each request is logged and counted, meets the faults, then the provider's rules. */
export function mount(app: FastifyInstance, provider: Provider, state: State): void {
	app.register(
		(scope, _options, done) => {
			scope.addHook('onRequest', async (request) => log(request, state));
			scope.addHook('preHandler', async (request, reply) => {
				if (request.logged) request.logged.body = bodyOf(request);
				for (const effect of state.faults.strike(suspectOf(request, provider))) {
					if (!('latency' in effect)) request.effect = effect;
					if (await strikeBefore(effect, provider, state, request, reply)) return reply;
				}
			});
			scope.addHook('onSend', async (request, reply, answer) =>
				request.effect && typeof answer === 'string'
					? strikeAfter(request.effect, reply, answer)
					: answer,
			);
			scope.setErrorHandler((error, _request, reply) =>
				answerError(error, reply, provider, state.counters),
			);
			for (const [route, handler] of Object.entries(provider.routes)) {
				const [method, url] = route.split(' ');
				scope.route({ method, url, handler: async (...call) => handler(...call) });
			}
			scope.all('/*', async (request) => {
				throw wrongRoute(request, provider);
			});
			done();
		},
		{ prefix: provider.prefix },
	);
}

function log(request: FastifyRequest, state: State): void {
	const { method, url: path, headers } = request;
	request.logged = { at: new Date().toISOString(), method, path, headers, body: '' };
	state.requests.push(request.logged);
	state.counters.request(method, pathOf(request));
}

function suspectOf(request: FastifyRequest, provider: Provider): Suspect {
	const { authorization, 'x-cm-producttoken': productToken } = request.headers;
	return {
		provider: provider.name,
		method: request.method,
		path: pathOf(request),
		presentsLogin: authorization !== undefined || productToken !== undefined,
		recipients: () => {
			try {
				return provider.recipientsOf(JSON.parse(bodyOf(request)) ?? {});
			} catch {
				return [];
			}
		},
	};
}

function wrongRoute(request: FastifyRequest, provider: Provider): Refusal {
	const path = pathOf(request).slice(provider.prefix.length);
	const known = Object.keys(provider.routes).some((route) => route.endsWith(` ${path}`));
	if (!known) return provider.refusal(404, 'Not found.');
	return provider.refusal(405, `Method "${request.method}" not allowed.`);
}

function pathOf(request: FastifyRequest): string {
	return request.url.split('?', 1)[0];
}
