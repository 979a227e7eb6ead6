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
	/** 0, the default, takes a free one. */
	port?: number;
	host?: string;
	/** Milliseconds between acceptance and the delivery report or callback; 1500 unless given. */
	callbackDelay?: number;
}

export interface Sandbox {
	url: string;
	/** By the providers' names in the sandbox. */
	baseUrls: Record<string, string>;
	state: StateView;
	/** @throws Error naming what is wrong with the fault. */
	addFault(fault: Fault): void;
	/** Forgets everything: what was sent and counted, faults, tokens, codes, settings since the start. */
	reset(): void;
	/** @throws Error naming a setting that cannot be. */
	configure(settings: Partial<Settings>): void;
	/** Every access token given out so far is void. */
	expireTokens(): void;
	/** Also ends open connections and callbacks that are still to come. */
	close(): Promise<void>;
}

const baseUrlsAt = (url: string) =>
	Object.fromEntries(sandboxes.map(({ name, basePath }) => [name, url + basePath]));

/**
 * Starts a server that speaks the providers' documented APIs. It stands in for them because no account exists:
 * it refuses whatever a document does not allow, and says why.
 * @throws Error when the port is taken.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const { port = 0, host = '127.0.0.1', callbackDelay } = options;
	const state = new State(callbackDelay === undefined ? {} : { callbackDelay });
	const played = sandboxes.map((sandbox) => ({ sandbox, provider: sandbox.play(state) }));
	const reset = () => {
		state.reset();
		for (const { provider } of played) provider.clear();
	};
	const expireTokens = () => {
		for (const { provider } of played) provider.expireLogins?.();
	};

	const app = Fastify({ forceCloseConnections: true, exposeHeadRoutes: false });
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
	app.decorateRequest('logged', null);
	app.decorateRequest('effect', null);
	for (const { sandbox, provider } of played) mount(app, sandbox, provider, state);
	mountControl(app, state, { reset, expireTokens });
	const url = await app.listen({ port, host });

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
			// A request that was on its way may have asked for one more.
			await state.callbacks.clear();
		},
	};
}
