import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Refusal } from '../shared/refusal';
import type { JsonObject } from '../shared/validate';

/** Every provider of the sandbox: its name for a person, and what its document calls the base URL, as a path. */
export const PROVIDERS = {
	antBuddy: { label: 'AntBuddy Voice OTP', basePath: '/antbuddy/rest-api' },
	ants: { label: 'ANTS SMS OTP', basePath: '/ants' },
	cmVoice: { label: 'Voice OTP Advanced', basePath: '/cm/voiceapi/v2' },
} as const;

export type ProviderName = keyof typeof PROVIDERS;

export const PROVIDER_NAMES = Object.keys(PROVIDERS) as ProviderName[];

export type Handler = (request: FastifyRequest, reply: FastifyReply) => unknown;

export interface Provider {
	readonly name: ProviderName;
	/** Where its API begins. */
	readonly prefix: string;
	/** By `METHOD /path`. */
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
	/** Forgets everything it was told. */
	clear(): void;
}
