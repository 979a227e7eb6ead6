import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

/** What a signal made here is made of. */
interface Parts {
	/** n8n's own: n8n hands a request in once more after it renewed a login, and the old time is then over. */
	cancelled?: AbortSignal;
	/** Held here because before Node 24 AbortSignal.any lets the garbage collector take it. */
	over: AbortSignal;
}

const partsOf = new WeakMap<AbortSignal, Parts>();

/** n8n's time-out counts silence; an answer that trickles in would never end without this one. */
function withDeadline({
	timeout,
	abortSignal,
}: IHttpRequestOptions): Pick<IHttpRequestOptions, 'abortSignal'> {
	if (timeout === undefined) return {};
	const given = abortSignal as AbortSignal | undefined;
	const parts = given && partsOf.get(given);
	const cancelled = parts ? parts.cancelled : given;
	const over = AbortSignal.timeout(timeout);
	const signal = AbortSignal.any(cancelled ? [cancelled, over] : [over]);
	partsOf.set(signal, { cancelled, over });
	return { abortSignal: signal };
}

/**
 * What a credential's `authenticate` returns: the request with these headers, which ends when its time-out
 * (milliseconds) is over. The time counts from here, so that a login before it takes nothing of it, and a request that
 * was given up cannot go out late.
 */
export const withLogin = (
	options: IHttpRequestOptions,
	login: IDataObject,
): IHttpRequestOptions => ({
	...options,
	...withDeadline(options),
	headers: { ...options.headers, ...login },
});

/** The `Authorization` header of Basic auth, in UTF-8 (RFC 7617). */
export function basicAuthorization(username: unknown, password: unknown): string {
	const login = `${String(username ?? '')}:${String(password ?? '')}`;
	return `Basic ${Buffer.from(login, 'utf8').toString('base64')}`;
}
