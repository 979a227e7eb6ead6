import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

/** The two signals that a combined signal was built from. */
interface Parts {
	/** n8n's own signal. After n8n renewed a login it sends the request again, with a new deadline. */
	cancelled?: AbortSignal;
	/** Referenced here because AbortSignal.any before Node 24 lets the garbage collector take it. */
	over: AbortSignal;
}

const partsOf = new WeakMap<AbortSignal, Parts>();

/** n8n's time-out counts from the last byte, so a slow answer would never end without this deadline. */
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
 * The result of a credential's `authenticate`: the request with the headers of the login and with a deadline of
 * `timeout` milliseconds. The deadline starts here, after any renewal of the login, and a request past its deadline
 * is never sent.
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
