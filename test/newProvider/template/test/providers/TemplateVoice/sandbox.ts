import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { spelled } from '../../sandbox/inbox/entry';
import { readBody } from '../../sandbox/providers/http';
import type { PlayedProvider, ProviderSandbox } from '../../sandbox/providers/provider';
import { Refusal } from '../../sandbox/shared/refusal';
import { integer, text } from '../../sandbox/shared/validate';
import type { Fields, JsonObject } from '../../sandbox/shared/validate';
import type { State } from '../../sandbox/state';

/** A login that is made up; it opens nothing elsewhere. */
export const account = { token: 'sandbox-templateVoice-token' };

export const sandbox: ProviderSandbox = {
	name: 'templateVoice',
	label: 'Template Voice',
	color: '#7a2b6b',
	basePath: '/templateVoice/v1',
	loginHeaders: ['x-api-key'],
	account,
	play: (state) => new TemplateVoice(state),
};

// Written from your provider's document and not from the node, so that the two check each other.
const callFields: Fields = {
	to: { check: text({ pattern: /^\+[1-9]\d{6,14}$/, as: 'a number in E.164' }), required: true },
	code: { check: text({ min: 1, max: 64 }), required: true },
	repeat: { check: integer(0, 3) },
};

const OUTCOMES = ['finished', 'notAnswered', 'failed', 'rejected'] as const;

/** Template Voice (docs/providers/templateVoice.md). */
class TemplateVoice implements PlayedProvider {
	readonly routes = {
		'GET /account': (request: FastifyRequest) => {
			this.checkLogin(request);
			return { name: 'sandbox' };
		},
		'POST /calls': (request: FastifyRequest, reply: FastifyReply) => {
			this.checkLogin(request);
			reply.code(201);
			return this.call(request);
		},
	};

	constructor(private readonly state: State) {}

	refusal(status: number, message: string): Refusal {
		return new Refusal(status, { error: { message } });
	}

	recipientsOf({ to }: JsonObject): string[] {
		return typeof to === 'string' ? [digits(to)] : [];
	}

	expireLogin(): void {
		throw this.refusal(401, 'Unknown token');
	}

	clear(): void {
		// Calls are not looked up again: there is nothing to forget.
	}

	private checkLogin({ headers }: FastifyRequest): void {
		if (headers['x-api-key'] !== account.token) throw this.refusal(401, 'Unknown token');
	}

	private call(request: FastifyRequest): object {
		const body = readBody(request, callFields, ({ about, reason }) =>
			this.refusal(about === 'contentType' ? 415 : 400, reason),
		) as { to: string; code: string; repeat?: number };
		const { to, code, repeat = 0 } = body;
		const id = randomUUID();
		const number = digits(to);
		const outcome = this.state.outcomeFor(number, OUTCOMES);
		const isHeard = outcome === 'finished';
		const heard = Array.from({ length: 1 + repeat }, () => spelled(code));
		this.state.accept({
			...{ kind: 'call', id, provider: sandbox.name, to: number, caller: null, outcome },
			...{ code: isHeard ? code : '', heard: isHeard ? heard : [] },
			at: new Date().toISOString(),
		});
		return { id, to, status: 'queued' };
	}
}

const digits = (number: string): string => number.slice(1);
