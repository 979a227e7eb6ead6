import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IHttpRequestOptions,
} from 'n8n-workflow';

/** n8n's time-out counts from the last byte, so a slow answer would never end without this deadline. */
function withDeadline({
	timeout,
	abortSignal,
}: IHttpRequestOptions): Pick<IHttpRequestOptions, 'abortSignal'> {
	if (timeout === undefined) return {};
	const over = AbortSignal.timeout(timeout);
	const cancelled = (abortSignal ?? over) as AbortSignal;
	// Referenced by the signal, because AbortSignal.any before Node 24 lets the garbage collector take it.
	return { abortSignal: Object.assign(AbortSignal.any([cancelled, over]), { over }) };
}

const authenticated = new WeakSet<ICredentialDataDecryptedObject>();

/**
 * The result of a credential's `authenticate`: the request with the headers of the login and with a deadline of
 * `timeout` milliseconds. The deadline starts here, after any renewal of the login, and a request past its deadline
 * is never sent.
 */
export function withLogin(
	credential: ICredentialDataDecryptedObject,
	options: IHttpRequestOptions,
	login: IDataObject,
): IHttpRequestOptions {
	authenticated.add(credential);
	return { ...options, ...withDeadline(options), headers: { ...options.headers, ...login } };
}

/** Whether n8n got as far as `authenticate` with a request's own copy of the credential, and may have sent the request. */
export const wasAuthenticated = (credential: ICredentialDataDecryptedObject): boolean =>
	authenticated.has(credential);

/** The `Authorization` header of Basic auth, in UTF-8 (RFC 7617). */
export function basicAuthorization(username: unknown, password: unknown): string {
	const login = `${String(username ?? '')}:${String(password ?? '')}`;
	return `Basic ${Buffer.from(login, 'utf8').toString('base64')}`;
}
