import type { Failure } from '../failure';

interface Cause {
	name?: string;
	code?: string;
	message?: string;
	cause?: Cause;
	httpCode?: unknown;
}

/** Nothing listened, or the name is not known: the request certainly was not processed. */
const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);
const UNREACHABLE = new Set(['EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL', 'EINVAL']);
const TLS = /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|EPROTO|HOSTNAME_MISMATCH)/;
/** The names of n8n's errors where N8N_SSRF_PROTECTION_ENABLED is on. */
const BLOCKED = /^SsrfBlocked/;
const TIMED_OUT = new Set(['ECONNABORTED', 'ETIMEDOUT', 'ERR_CANCELED', 'TimeoutError']);

const UNKNOWN_ADVICE =
	'Whether it was carried out is unknown. Check with the recipient or in the provider’s portal first. Retry On Fail does not repeat it; to send it again, press Retry on the failed execution or run the workflow again.';

/** What was thrown, and what it was thrown for: n8n wraps errors in errors of its own. */
function causesOf(thrown: unknown): Cause[] {
	const causes: Cause[] = [];
	let cause = thrown as Cause | undefined;
	while (cause !== undefined && cause !== null && causes.length < 5) {
		causes.push(cause);
		cause = cause.cause;
	}
	return causes;
}

/** Node's or axios' code of what went wrong, wherever n8n left it; empty where there is none. */
export function codeOf(thrown: unknown): string {
	const causes = causesOf(thrown);
	const code = causes.find((cause) => typeof cause.code === 'string' && cause.code !== '')?.code;
	if (code !== undefined) return code;
	// n8n 1 and 2.0 lose the cause of what they throw, and keep its code where a status should be.
	const httpCode = causes[0]?.httpCode;
	return typeof httpCode === 'string' && /^[A-Z]/i.test(httpCode) ? httpCode : '';
}

/** Whether n8n's own guard against requests into the inner network kept the request back. */
const isBlockedByN8n = (thrown: unknown) =>
	causesOf(thrown).some(({ name }) => BLOCKED.test(String(name)));

/** The same for an operation that sends nothing. */
export const REPEATABLE_ADVICE =
	'Nothing is sent by this operation, so it can be repeated: run the workflow again, or switch on Retry On Fail in the node’s settings.';

/** Whether a failure without an answer certainly means that the request was not processed. */
export const neverConnected = (thrown: unknown) => NEVER_CONNECTED.has(codeOf(thrown));

/** The failure of a request whose answer did not come, or came in no form that says what was done. */
export function unknownOutcome(message: string, status?: number): Failure {
	return { message, description: UNKNOWN_ADVICE, outcome: 'unknown', status };
}

/**
 * Puts a request that got no answer into words. The original words are not used: they hold addresses,
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

const notSent = (message: string, description: string): Failure => ({
	message,
	description,
	outcome: 'notSent',
});
