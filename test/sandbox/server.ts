import Fastify from 'fastify';
import { mountControl } from './control';
import type { Fault } from './faults/fault';
import { sandboxes } from './providers';
import { mount } from './providers/mount';
import type { Settings } from './settings';
import { State } from './state';
import type { StateView } from './state';

export type { Effect, Fault } from './faults/fault';
export type { CallEntry, InboxEntry, SmsEntry } from './inbox/entry';
export type { Outcome, Settings } from './settings';
export type { LoggedRequest, StateView } from './state';

export interface SandboxOptions {
	/** The default 0 takes a free port. */
	port?: number;
	host?: string;
	/** Milliseconds between acceptance and the delivery report or callback; 1500 by default. */
	callbackDelay?: number;
	/** The certificate and the key with which the server speaks HTTPS; HTTP by default. */
	https?: { cert: string; key: string };
}

export interface Sandbox {
	url: string;
	/** By the name of the provider in the sandbox. */
	baseUrls: Record<string, string>;
	state: StateView;
	/** @throws Error naming the fault's invalid fields */
	addFault(fault: Fault): void;
	/** Resets everything: entries, counters, faults, tokens, codes and settings. */
	reset(): void;
	/** @throws Error naming the invalid settings */
	configure(settings: Partial<Settings>): void;
	/** Expires every issued access token. */
	expireTokens(): void;
	/** Also ends open connections and cancels pending callbacks. */
	close(): Promise<void>;
}

const baseUrlsAt = (url: string) =>
	Object.fromEntries(sandboxes.map(({ name, basePath }) => [name, url + basePath]));

/**
 * Starts a server with the documented APIs of all providers, for which no account exists. It refuses with a reason
 * whatever a provider's documentation does not allow.
 * @throws Error if the port is taken
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const { port = 0, host = '127.0.0.1', callbackDelay, https = null } = options;
	const state = new State(callbackDelay === undefined ? {} : { callbackDelay });
	const played = sandboxes.map((sandbox) => ({ sandbox, provider: sandbox.play(state) }));
	const reset = () => {
		state.reset();
		for (const { provider } of played) provider.clear();
	};
	const expireTokens = () => {
		for (const { provider } of played) provider.expireLogins?.();
	};

	const app = Fastify({ https, forceCloseConnections: true, exposeHeadRoutes: false });
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
	app.decorateRequest('logged', null);
	app.decorateRequest('effect', null);
	for (const { sandbox, provider } of played) mount(app, sandbox, provider, state);
	mountControl(app, state, { reset, expireTokens });
	// Fastify says which address it listens at, and a certificate may be for the host's name.
	const url = (await app.listen({ port, host })).replace('127.0.0.1', host);

	return {
		url,
		baseUrls: baseUrlsAt(url),
		state: state.view(),
		addFault: (fault) => state.faults.add(fault),
		reset,
		configure: (settings) => state.configure(settings),
		expireTokens,
		close: async () => {
			await state.callbacks.clear();
			await app.close();
			// A request that was being processed may have scheduled another callback.
			await state.callbacks.clear();
		},
	};
}
