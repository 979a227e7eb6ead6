import { randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { RecentMap } from '../../../sandbox/shared/recent';
import { Refusal } from '../../../sandbox/shared/refusal';
import type { State } from '../../../sandbox/state';

/** The valid tokens. */
export class Tokens {
	private readonly known = new RecentMap<string, { account: string; expiresAt: number }>();

	constructor(private readonly state: State) {}

	/** A new token in the form that `antBuddyTokenKey` sets, because the document does not show the answer. */
	answerFor(account: string): unknown {
		const { antBuddyTokenLifetime, antBuddyTokenKey: key } = this.state.settings;
		const token = randomBytes(24).toString('base64url');
		this.known.set(token, { account, expiresAt: Date.now() + antBuddyTokenLifetime * 1000 });
		this.state.tokens.push(token);
		this.state.counters.login(account);
		if (key === 'bare') return token;
		return key === 'data.token' ? { data: { token } } : { [key]: token };
	}

	/** @throws Refusal (401) without a valid token */
	accountOf(request: FastifyRequest): string {
		if (!request.headers.authorization) {
			throw unauthorized('Authentication credentials were not provided.');
		}
		const token = this.known.get(presented(request));
		if (!token) throw unauthorized('Invalid token.');
		if (token.expiresAt <= Date.now()) throw unauthorized('Token has expired.');
		return token.account;
	}

	revoke(request: FastifyRequest): void {
		this.known.delete(presented(request));
	}

	clear(): void {
		this.known.clear();
	}
}

function presented(request: FastifyRequest): string {
	return /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
}

function unauthorized(detail: string): Refusal {
	return new Refusal(401, { detail }, { 'www-authenticate': 'Bearer' });
}
