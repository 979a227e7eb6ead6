import { randomInt } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readBody } from '../../sandbox/providers/http';
import type { PlayedProvider, ProviderSandbox } from '../../sandbox/providers/provider';
import { Recent } from '../../sandbox/shared/recent';
import { Refusal } from '../../sandbox/shared/refusal';
import { integer, number, oneOf } from '../../sandbox/shared/validate';
import type { Fields, JsonObject } from '../../sandbox/shared/validate';
import type { State } from '../../sandbox/state';
import { callFields, loginFields, readings } from './sandbox/fields';
import type { VoiceOtp } from './sandbox/fields';
import { pageOf } from './sandbox/list';
import { Tokens } from './sandbox/tokens';

declare module '../../sandbox/settings' {
	interface Settings {
		/** Seconds. */
		antBuddyTokenLifetime: number;
		antBuddyTokenKey: 'access_token' | 'token' | 'access' | 'key' | 'data.token' | 'bare';
		antBuddyListShape: 'results' | 'array' | 'data';
		antBuddyPageSize: number;
	}
}

export const account = { username: 'sandbox', password: 'sandbox-antbuddy-password' };
export const secondAccount = {
	username: 'sandbox-two',
	password: 'sandbox-antbuddy-password-two',
};

export const sandbox: ProviderSandbox = {
	name: 'antBuddy',
	label: 'AntBuddy Voice OTP',
	color: '#1f7a5c',
	basePath: '/antbuddy/rest-api',
	loginHeaders: ['authorization'],
	account,
	settings: {
		antBuddyTokenLifetime: { initial: 3600, check: number(0) },
		antBuddyTokenKey: {
			initial: 'access_token',
			check: oneOf('access_token', 'token', 'access', 'key', 'data.token', 'bare'),
		},
		antBuddyListShape: { initial: 'results', check: oneOf('results', 'array', 'data') },
		antBuddyPageSize: { initial: 10, check: integer(1) },
	},
	play: (state) => new AntBuddy(state),
};

const OUTCOMES = ['finished', 'notAnswered', 'failed', 'rejected'] as const;

/** AntBuddy Voice OTP (docs/providers/antbuddy.md); error forms and lists as in Django REST Framework. */
class AntBuddy implements PlayedProvider {
	readonly routes = {
		'POST /get-token/': (request: FastifyRequest, reply: FastifyReply) => {
			// A bare token is a JSON text too, which fastify would send as plain text.
			reply.type('application/json; charset=utf-8');
			return JSON.stringify(this.getToken(request));
		},
		'POST /voice-otp/': (request: FastifyRequest, reply: FastifyReply) => {
			reply.code(201);
			return this.create(request);
		},
		'GET /voice-otp/': (request: FastifyRequest) => this.list(request),
		'POST /get-token': toSlash,
		'POST /voice-otp': toSlash,
		'GET /voice-otp': toSlash,
	};
	private readonly tokens: Tokens;
	private readonly calls = new Map<string, Recent<VoiceOtp>>();
	private lastId = 0;

	constructor(private readonly state: State) {
		this.tokens = new Tokens(state);
	}

	refusal(status: number, detail: string): Refusal {
		return new Refusal(status, { detail });
	}

	recipientsOf({ alarm_phonenumber: number }: JsonObject): string[] {
		return typeof number === 'string' ? [number] : [];
	}

	expireLogin(request: FastifyRequest): void {
		this.tokens.revoke(request);
	}

	expireLogins(): void {
		this.tokens.clear();
	}

	clear(): void {
		this.tokens.clear();
		this.calls.clear();
		this.lastId = 0;
	}

	private getToken(request: FastifyRequest): unknown {
		const given = this.read(request, loginFields);
		const known = [account, secondAccount].find(
			({ username, password }) => username === given.username && password === given.password,
		);
		if (!known) throw this.refusal(401, 'No active account found with the given credentials.');
		return this.tokens.answerFor(known.username);
	}

	private create(request: FastifyRequest): VoiceOtp {
		const owner = this.tokens.accountOf(request);
		const body = this.read(request, callFields) as {
			alarm_phonenumber: string;
		} & Partial<VoiceOtp>;
		const to = body.alarm_phonenumber;
		const outcome = this.state.outcomeFor(to, OUTCOMES);
		// "If left blank or not provided, the system will automatically generate a random code".
		const otp = body.otp || randomInt(1_000_000).toString().padStart(6, '0');
		const { maxretry = 0 } = body;
		const id = ++this.lastId;
		const at = new Date().toISOString();
		// The answer contains the code: the document does not exclude it, so a client must expect it.
		const made = { id, alarm_phonenumber: to, otp, maxretry, status: 'queued', created_date: at };
		const answered = outcome === 'finished';
		this.state.accept({
			...{ kind: 'call', id: `${id}`, provider: sandbox.name, to, caller: null, outcome, at },
			...{ code: answered ? otp : '', heard: answered ? readings(otp, maxretry) : [] },
		});
		if (!this.calls.has(owner)) this.calls.set(owner, new Recent());
		this.calls.get(owner)?.push({ ...made, status: outcome });
		return made;
	}

	private list(request: FastifyRequest): unknown {
		const owner = this.tokens.accountOf(request);
		const calls = this.calls.get(owner) ?? new Recent<VoiceOtp>();
		const { callbackDelay } = this.state.settings;
		const since = new Date(Date.now() - callbackDelay).toISOString();
		return pageOf(calls, request, this.state.settings, (made) =>
			// ISO dates compare as texts. A younger call is still ringing.
			made.created_date > since ? { ...made, status: 'queued' } : made,
		);
	}

	private read(request: FastifyRequest, fields: Fields): JsonObject {
		return readBody(request, fields, ({ about, reason, fields: problems }) => {
			if (about !== 'fields') return this.refusal(about === 'syntax' ? 400 : 415, reason);
			return new Refusal(
				400,
				Object.fromEntries([...problems].map(([name, why]) => [name, [why]])),
			);
		});
	}
}

/** Django's APPEND_SLASH: a client that follows it turns its POST into a GET. */
function toSlash(request: FastifyRequest, reply: FastifyReply): FastifyReply {
	const [path, query] = request.url.split('?');
	return reply.redirect(`${path}/${query === undefined ? '' : `?${query}`}`, 301);
}
