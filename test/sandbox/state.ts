import type { IncomingHttpHeaders } from 'node:http';
import { Callbacks } from './callbacks';
import type { SentCallback } from './callbacks';
import { Counters } from './counters';
import type { CountersView } from './counters';
import { Faults } from './faults/faults';
import type { InboxEntry } from './inbox/entry';
import { checkSettings, defaultSettings } from './settings';
import type { Outcome, Settings } from './settings';
import { Recent } from './shared/recent';

export interface LoggedRequest {
	at: string;
	method: string;
	/** With the query. */
	path: string;
	headers: IncomingHttpHeaders;
	/** The body as received, not parsed. */
	body: string;
}

/** Everything that the control API returns, for code in the same process. */
export interface StateView {
	/** Newest first. */
	readonly inbox: InboxEntry[];
	/** Newest last. */
	readonly requests: LoggedRequest[];
	/** Delivery reports and callbacks that were posted, newest last. */
	readonly callbacks: SentCallback[];
	/** Every access token that a provider issued, newest last. */
	readonly tokens: string[];
	readonly counters: CountersView;
	/** Accepted messages and calls to one recipient, without a copy of all counters. */
	acceptedFor(recipient: string): number;
	readonly settings: Settings;
}

/** The state that the providers of one sandbox share. */
export class State {
	settings!: Settings;
	readonly inbox = new Recent<InboxEntry>();
	readonly requests = new Recent<LoggedRequest>();
	readonly tokens = new Recent<string>();
	readonly counters = new Counters();
	readonly faults = new Faults();
	readonly callbacks = new Callbacks();

	/** @throws Error naming a setting that cannot be. */
	constructor(private readonly initial: Partial<Settings>) {
		this.restoreSettings();
	}

	/** @throws Error naming a setting that cannot be. */
	configure(settings: unknown): void {
		checkSettings(settings);
		this.settings = { ...this.settings, ...settings };
	}

	/** The outcome that is set for a recipient if it is one of `known`, otherwise the first of `known`. */
	outcomeFor<T extends Outcome>(recipient: string, known: readonly T[]): T {
		const { outcomes } = this.settings;
		const wanted = Object.hasOwn(outcomes, recipient) ? outcomes[recipient] : undefined;
		return known.find((outcome) => outcome === wanted) ?? known[0];
	}

	/** Counts an entry and adds it to the inbox in one step, so that the two always agree. */
	accept(entry: InboxEntry): void {
		this.counters.accept(entry.to);
		this.inbox.push(entry);
	}

	/** Restores the state after the start: no entries, counts or faults, and the initial settings. */
	reset(): void {
		this.restoreSettings();
		this.inbox.clear();
		this.requests.clear();
		this.tokens.clear();
		this.counters.clear();
		this.faults.clear();
		void this.callbacks.clear();
	}

	view(): StateView {
		const state = this as State;
		return {
			get inbox() {
				return state.inbox.newestFirst();
			},
			get requests() {
				return state.requests.oldestFirst();
			},
			get callbacks() {
				return state.callbacks.sent.oldestFirst();
			},
			get tokens() {
				return state.tokens.oldestFirst();
			},
			get counters() {
				return state.counters.view();
			},
			acceptedFor: (recipient) => state.counters.acceptedFor(recipient),
			get settings() {
				return { ...state.settings };
			},
		};
	}

	private restoreSettings(): void {
		this.settings = { ...defaultSettings };
		this.configure(this.initial);
	}
}
