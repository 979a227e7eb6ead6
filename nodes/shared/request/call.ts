import type { IDataObject, IHttpRequestMethods, IHttpRequestOptions } from 'n8n-workflow';

/** Milliseconds that a provider has to answer, unless the user sets Timeout. */
export const DEFAULT_TIMEOUT = 30_000;

/** Milliseconds: one hour, far below the overflow of timers. */
export const LONGEST_TIMEOUT = 3_600_000;

/** One call to a provider. */
export interface Call {
	method: IHttpRequestMethods;
	/** The path after the credential's base URL, with a slash at its start. */
	path: string;
	qs?: IDataObject;
	body?: IDataObject;
	/** Milliseconds until the answer must be complete. */
	timeout: number;
}

/** n8n's options of a request, without a login. */
export function requestOptions(url: string, call: Call): IHttpRequestOptions {
	return {
		method: call.method,
		url,
		qs: call.qs,
		headers: {
			Accept: 'application/json',
			...(call.body && { 'Content-Type': 'application/json' }),
		},
		body: call.body && JSON.stringify(call.body),
		encoding: 'arraybuffer',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		// n8n would send the login to the target of a redirect.
		disableFollowRedirect: true,
		// The credential's `authenticate` starts the deadline when the request is sent; see authenticated.ts.
		timeout: call.timeout,
	};
}
