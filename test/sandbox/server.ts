import Fastify from 'fastify';
import { accounts } from './accounts';
import { mountControl } from './control';
import type { Fault } from './faults/fault';
import { AntBuddy } from './providers/antBuddy';
import { Ants } from './providers/ants';
import { CmVoice } from './providers/cmVoice';
import { mount } from './providers/mount';
import { PROVIDER_NAMES, PROVIDERS } from './providers/provider';
import type { ProviderName } from './providers/provider';
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
	baseUrls: Record<ProviderName, string>;
	accounts: typeof accounts;
	state: StateView;
	/** @throws Error naming what is wrong with the fault. */
	addFault(fault: Fault): void;
	/** Forgets everything: what was sent and counted, faults, tokens, codes, settings since the start. */
	reset(): void;
	/** @throws Error naming a setting that cannot be. */
	configure(settings: Partial<Settings>): void;
	/** Every AntBuddy token given out so far is void. */
	expireTokens(): void;
	/** Also ends open connections and callbacks that are still to come. */
	close(): Promise<void>;
}

const baseUrlsAt = (url: string) =>
	Object.fromEntries(
		PROVIDER_NAMES.map((name) => [name, url + PROVIDERS[name].basePath]),
	) as Record<ProviderName, string>;

/**
 * Starts a server that speaks the three providers' documented APIs. It stands in for them because no account exists:
 * it refuses whatever a document does not allow, and says why.
 * @throws Error when the port is taken.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const { port = 0, host = '127.0.0.1', callbackDelay } = options;
	const state = new State(callbackDelay === undefined ? {} : { callbackDelay });
	const antBuddy = new AntBuddy(state);
	const providers = [antBuddy, new Ants(state), new CmVoice(state)];
	const reset = () => {
		state.reset();
		for (const provider of providers) provider.clear();
	};
	const expireTokens = () => antBuddy.expireTokens();

	const app = Fastify({ forceCloseConnections: true, exposeHeadRoutes: false });
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
	app.decorateRequest('logged', null);
	app.decorateRequest('effect', null);
	for (const provider of providers) mount(app, provider, state);
	mountControl(app, state, { reset, expireTokens });
	const url = await app.listen({ port, host });

	return {
		url,
		baseUrls: baseUrlsAt(url),
		accounts,
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
