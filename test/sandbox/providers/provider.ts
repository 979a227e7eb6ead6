import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Settings } from '../settings';
import type { Refusal } from '../shared/refusal';
import type { Field, JsonObject } from '../shared/validate';
import type { State } from '../state';

/** A provider as the sandbox plays it: what `test/providers/<P>/sandbox.ts` exports under the name `sandbox`. */
export interface ProviderSandbox {
	/** Its name in faults, in the inbox and in `Sandbox.baseUrls`. */
	name: string;
	/** Its name for a person. */
	label: string;
	/** CSS color of its badge in the inbox, dark enough for white text. */
	color: string;
	/** What its document calls the base URL, as a path; no other provider's begins so. */
	basePath: string;
	/** Headers, in lower case, of which one carries the login. */
	loginHeaders: readonly string[];
	/** The logins it knows, and whatever else a client has to enter: made up, they open nothing elsewhere. */
	account: Readonly<Record<string, string>>;
	/** What its document leaves open and a test may want otherwise; the types are declared beside it. */
	settings?: { [Name in keyof Settings]?: ProviderSetting<Settings[Name]> };
	/** The codes that the fault `providerStatus` may have here. */
	statuses?: readonly string[];
	/** Plays it for one running sandbox. */
	play(state: State): PlayedProvider;
}

export interface ProviderSetting<Value> extends Pick<Field, 'check'> {
	/** The value at the start of a sandbox. */
	initial: Value;
}

/** Answers a request of one route. @throws Refusal in the provider's own form */
export type Handler = (request: FastifyRequest, reply: FastifyReply) => unknown;

/** A provider in one running sandbox. */
export interface PlayedProvider {
	/** By `METHOD /path`, the path behind the base path. */
	readonly routes: Readonly<Record<string, Handler>>;
	/** A refusal in the provider's own form, for what is refused before one of its routes is reached. */
	refusal(status: number, reason: string): Refusal;
	/** Digits of the numbers a body is about. */
	recipientsOf(body: JsonObject): string[];
	/**
	 * Lets the login of a request expire.
	 * @throws Refusal where a login cannot expire: then only this request is refused.
	 */
	expireLogin(request: FastifyRequest): void;
	/** Lets every login expire; left out where none can. */
	expireLogins?(): void;
	/**
	 * Answers the request with one of the provider's `statuses`.
	 * @throws Refusal unless the status lets the request through
	 */
	answerStatus?(code: string): void;
	/** Forgets everything it was told. */
	clear(): void;
}
