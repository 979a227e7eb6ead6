import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Settings } from '../settings';
import type { Refusal } from '../shared/refusal';
import type { Field, JsonObject } from '../shared/validate';
import type { State } from '../state';

/** A provider in the sandbox: `test/providers/<P>/sandbox.ts` exports it as `sandbox`. */
export interface ProviderSandbox {
	/** The provider's name in faults, in the inbox and in `Sandbox.baseUrls`. */
	name: string;
	/** The provider's name on the inbox page. */
	label: string;
	/** CSS color of the provider's badge in the inbox, dark enough for white text. */
	color: string;
	/** The path of the documented base URL, with which no other provider's base path begins. */
	basePath: string;
	/** Headers in lower case, one of which carries the login. */
	loginHeaders: readonly string[];
	/** The valid logins and the other values for a client. They are invented and valid nowhere else. */
	account: Readonly<Record<string, string>>;
	/** Settings for what the documentation leaves open; each provider's sandbox declares their types. */
	settings?: { [Name in keyof Settings]?: ProviderSetting<Settings[Name]> };
	/** The codes that the fault `providerStatus` accepts. */
	statuses?: readonly string[];
	/** Starts the provider in one running sandbox. */
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
	/** Handlers by `METHOD /path`, with the path after the base path. */
	readonly routes: Readonly<Record<string, Handler>>;
	/** A refusal in the provider's own form, for a request that reaches none of its routes. */
	refusal(status: number, reason: string): Refusal;
	/** The digits of the numbers in a body. */
	recipientsOf(body: JsonObject): string[];
	/**
	 * Expires the login of a request.
	 * @throws Refusal if a login cannot expire; then only this request is refused
	 */
	expireLogin(request: FastifyRequest): void;
	/** Expires every login; left out if logins do not expire. */
	expireLogins?(): void;
	/**
	 * Answers the request with one of the provider's `statuses`.
	 * @throws Refusal unless the status lets the request through
	 */
	answerStatus?(code: string): void;
	/** Drops the provider's state. */
	clear(): void;
}
