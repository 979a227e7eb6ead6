import type { FastifyInstance, FastifyPluginCallback, FastifyRequest } from 'fastify';
import { strikeAfter, strikeBefore } from '../faults/effects';
import type { Effect } from '../faults/fault';
import type { Suspect } from '../faults/faults';
import type { Refusal } from '../shared/refusal';
import type { LoggedRequest, State } from '../state';
import { answerError, bodyOf } from './http';
import type { PlayedProvider, ProviderSandbox } from './provider';

declare module 'fastify' {
	interface FastifyRequest {
		logged: LoggedRequest | null;
		effect: Effect | null;
	}
}

/** Puts a provider under its base path: each request is logged and counted, meets the faults, then the provider's rules. */
export function mount(
	app: FastifyInstance,
	sandbox: ProviderSandbox,
	provider: PlayedProvider,
	state: State,
): void {
	const plugin: FastifyPluginCallback = (scope, _options, done) => {
		scope.addHook('onRequest', async (request) => log(request, state));
		scope.addHook('preHandler', async (request, reply) => {
			if (request.logged) request.logged.body = bodyOf(request);
			for (const effect of state.faults.strike(suspectOf(request, sandbox, provider))) {
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
			throw wrongRoute(request, sandbox, provider);
		});
		done();
	};
	// fastify looks for a plugin without this name among all loaded modules, which jest answers slowly.
	const named = { [Symbol.for('fastify.display-name')]: sandbox.basePath };
	app.register(Object.assign(plugin, named), { prefix: sandbox.basePath });
}

function log(request: FastifyRequest, state: State): void {
	const { method, url: path, headers } = request;
	request.logged = { at: new Date().toISOString(), method, path, headers, body: '' };
	state.requests.push(request.logged);
	state.counters.request(method, pathOf(request));
}

function suspectOf(
	request: FastifyRequest,
	{ name, loginHeaders }: ProviderSandbox,
	provider: PlayedProvider,
): Suspect {
	return {
		provider: name,
		method: request.method,
		path: pathOf(request),
		presentsLogin: loginHeaders.some((header) => request.headers[header] !== undefined),
		recipients: () => {
			try {
				return provider.recipientsOf(JSON.parse(bodyOf(request)) ?? {});
			} catch {
				return [];
			}
		},
	};
}

function wrongRoute(
	request: FastifyRequest,
	{ basePath }: ProviderSandbox,
	provider: PlayedProvider,
): Refusal {
	const path = pathOf(request).slice(basePath.length);
	const known = Object.keys(provider.routes).some((route) => route.endsWith(` ${path}`));
	if (!known) return provider.refusal(404, 'Not found.');
	return provider.refusal(405, `Method "${request.method}" not allowed.`);
}

function pathOf(request: FastifyRequest): string {
	return request.url.split('?', 1)[0];
}
