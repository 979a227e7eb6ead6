import type { Failure } from '../failure';
import { codeWithoutCause } from '../olderN8n';

interface Cause {
	name?: string;
	code?: string;
	message?: string;
	cause?: Cause;
}

/** The connection was refused or the host name not found: the provider did not get the request. */
const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);
const UNREACHABLE = new Set(['EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL', 'EINVAL']);
const TLS = /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|EPROTO|HOSTNAME_MISMATCH)/;
/** The names of n8n's errors when N8N_SSRF_PROTECTION_ENABLED blocks a request. */
const BLOCKED = /^SsrfBlocked/;
const TIMED_OUT = new Set(['ECONNABORTED', 'ETIMEDOUT', 'ERR_CANCELED', 'TimeoutError']);

const UNKNOWN_ADVICE =
	'Whether it was carried out is unknown. Check with the recipient or in the provider’s portal first. Retry On Fail does not repeat it; to send it again, press Retry on the failed execution or run the workflow again.';

/** Advice for an unknown outcome of an operation that sends nothing. */
export const REPEATABLE_ADVICE =
	'Nothing is sent by this operation, so it can be repeated: run the workflow again, or switch on Retry On Fail in the node’s settings.';

/** The error and its causes, the outermost first: n8n wraps errors in its own. */
function causesOf(thrown: unknown): Cause[] {
	const causes: Cause[] = [];
	let cause = thrown as Cause | undefined;
	while (cause !== undefined && cause !== null && causes.length < 5) {
		causes.push(cause);
		cause = cause.cause;
	}
	return causes;
}

/** The error code of Node.js or axios, wherever n8n keeps it; '' if there is none. */
export function codeOf(thrown: unknown): string {
	const causes = causesOf(thrown);
	const code = causes.find((cause) => typeof cause.code === 'string' && cause.code !== '')?.code;
	return code ?? codeWithoutCause(causes[0]);
}

/** Whether n8n's SSRF protection blocked the request. */
const isBlockedByN8n = (thrown: unknown) =>
	causesOf(thrown).some(({ name }) => BLOCKED.test(String(name)));

/** Whether the request failed before it reached the provider. */
export const neverConnected = (thrown: unknown) => NEVER_CONNECTED.has(codeOf(thrown));

/** The failure of a request that may have been processed: no answer came, or the answer does not say. */
export function unknownOutcome(message: string, status?: number): Failure {
	return { message, description: UNKNOWN_ADVICE, outcome: 'unknown', status };
}

/**
 * The failure of a request that got no answer. The original message is not used: it contains addresses,
 * header values and parts of the body.
 */
export function networkFailure(thrown: unknown, provider: string, host: string): Failure {
	const code = codeOf(thrown);
	if (isBlockedByN8n(thrown))
		return notSent(
			`${provider} could not be reached: this n8n does not allow requests to ${host}`,
			'Check Base URL in the credential. If it is right, ask who runs n8n to add the host to N8N_SSRF_ALLOWED_HOSTNAMES.',
		);
	if (code === 'ECONNREFUSED')
		return notSent(
			`${provider} could not be reached: ${host} refused the connection`,
			'Check Base URL in the credential, and whether the service is available, then try again.',
		);
	if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
		return notSent(
			`${provider} could not be reached: the name ${host} was not found`,
			'Check Base URL in the credential and the name service of the machine that runs n8n.',
		);
	if (UNREACHABLE.has(code))
		return notSent(
			`${provider} could not be reached: there is no way to ${host}`,
			'Check the network of the machine that runs n8n, its proxy settings, and Base URL in the credential.',
		);
	if (TLS.test(code))
		return notSent(
			`${provider} could not be reached safely: the certificate of ${host} was not accepted`,
			'Check Base URL in the credential. Behind an inspecting proxy, give n8n the proxy’s certificate with NODE_EXTRA_CA_CERTS.',
		);
	if (TIMED_OUT.has(code))
		return unknownOutcome(`${provider} did not answer in time: the request was sent`);
	return unknownOutcome(`The connection to ${provider} broke off before the answer came`);
}

/**
 * The failure of a request that n8n gave up before it sent it, such as when it could not store a renewed token. An error of
 * the network has a code, so without one and before `authenticate`, nothing went out.
 */
export const keptBack = (provider: string): Failure =>
	notSent(
		`n8n could not send the request to ${provider}`,
		'Nothing was sent. Run the workflow again; if it happens again, look into n8n’s log.',
	);

const notSent = (message: string, description: string): Failure => ({
	message,
	description,
	outcome: 'notSent',
});
