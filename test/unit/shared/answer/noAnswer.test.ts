import fc from 'fast-check';
import { NodeApiError } from 'n8n-workflow';
import type { INode, JsonObject } from 'n8n-workflow';
import {
	keptBack,
	codeOf,
	networkFailure,
	neverConnected,
	unknownOutcome,
} from '../../../../nodes/shared/answer/noAnswer';

const PROXY =
	'Check the network of the machine that runs n8n, its proxy settings, and Base URL in the credential.';
const CERTIFICATE =
	'Check Base URL in the credential. Behind an inspecting proxy, give n8n the proxy’s certificate with NODE_EXTRA_CA_CERTS.';
const NAME = 'Check Base URL in the credential and the name service of the machine that runs n8n.';
const UNKNOWN =
	'Whether it was carried out is unknown. Check with the recipient or in the provider’s portal first. Retry On Fail does not repeat it; to send it again, press Retry on the failed execution or run the workflow again.';

const notSent: Array<[string, string, string]> = [
	[
		'ECONNREFUSED',
		'CM.com could not be reached: api.cm.com refused the connection',
		'Check Base URL in the credential, and whether the service is available, then try again.',
	],
	...['ENOTFOUND', 'EAI_AGAIN'].map((code): [string, string, string] => [
		code,
		'CM.com could not be reached: the name api.cm.com was not found',
		NAME,
	]),
	...['EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL', 'EINVAL'].map(
		(code): [string, string, string] => [
			code,
			'CM.com could not be reached: there is no way to api.cm.com',
			PROXY,
		],
	),
	...[
		'ERR_TLS_CERT_ALTNAME_INVALID',
		'ERR_SSL_WRONG_VERSION_NUMBER',
		'CERT_HAS_EXPIRED',
		'DEPTH_ZERO_SELF_SIGNED_CERT',
		'SELF_SIGNED_CERT_IN_CHAIN',
		'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
		'EPROTO',
		'HOSTNAME_MISMATCH',
	].map((code): [string, string, string] => [
		code,
		'CM.com could not be reached safely: the certificate of api.cm.com was not accepted',
		CERTIFICATE,
	]),
];

it.each(notSent)('reports %s as not sent', (code, message, description) => {
	const failure = { message, description, outcome: 'notSent' };
	expect(networkFailure({ code }, 'CM.com', 'api.cm.com')).toEqual(failure);
	expect(networkFailure({ cause: { cause: { code } } }, 'CM.com', 'api.cm.com')).toEqual(failure);
});

it.each(['SsrfBlockedIpError', 'SsrfBlockedHostnameError'])(
	'reports a request that n8n blocks with %s as not sent',
	(name) => {
		const failure = {
			message: 'CM.com could not be reached: this n8n does not allow requests to api.cm.com',
			description:
				'Check Base URL in the credential. If it is right, ask who runs n8n to add the host to N8N_SSRF_ALLOWED_HOSTNAMES.',
			outcome: 'notSent',
		};
		const thrown = { name: 'NodeApiError', cause: { name, message: 'blocked' } };
		expect(networkFailure({ name }, 'CM.com', 'api.cm.com')).toEqual(failure);
		expect(networkFailure(thrown, 'CM.com', 'api.cm.com')).toEqual(failure);
		expect(neverConnected(thrown)).toBe(false);
	},
);

it.each(['ECONNABORTED', 'ETIMEDOUT', 'ERR_CANCELED', 'TimeoutError'])(
	'reports %s as a time-out with an unknown outcome',
	(code) => {
		expect(networkFailure({ code }, 'CM.com', 'api.cm.com')).toEqual({
			message: 'CM.com did not answer in time: the request was sent',
			description: UNKNOWN,
			outcome: 'unknown',
			status: undefined,
		});
	},
);

it.each(['ECONNRESET', 'EPIPE', 'HPE_INVALID_CONSTANT', 'XERR_TLS', 'ANY_CERT_', ''])(
	'reports %j as a broken connection with an unknown outcome',
	(code) => {
		expect(networkFailure({ code }, 'CM.com', 'api.cm.com')).toEqual({
			message: 'The connection to CM.com broke off before the answer came',
			description: UNKNOWN,
			outcome: 'unknown',
			status: undefined,
		});
	},
);

it('uses the outermost code, and looks for one five causes deep', () => {
	const messageOf = (thrown: unknown) => networkFailure(thrown, 'CM.com', 'host').message;
	const deep = (levels: number): object =>
		levels === 0 ? { code: 'ECONNREFUSED' } : { code: '', cause: deep(levels - 1) };
	expect(messageOf({ code: 'ETIMEDOUT', cause: { code: 'ECONNREFUSED' } })).toContain('in time');
	expect(messageOf({ code: 500, cause: { code: 'ECONNREFUSED' } })).toContain('refused');
	expect(messageOf(deep(4))).toContain('refused');
	expect(messageOf(deep(5))).toContain('broke off');
	const circle: { cause?: unknown } = {};
	circle.cause = circle;
	expect(messageOf(circle)).toContain('broke off');
	for (const codeless of [circle, {}, null, undefined, 'text']) expect(codeOf(codeless)).toBe('');
});

it('repeats nothing of the original message, which contains addresses, headers and bodies', () => {
	const thrown = { message: 'secret', stack: 'secret', config: { data: 'secret' } };
	fc.assert(
		fc.property(fc.constantFrom(...notSent.map(([code]) => code), 'ECONNRESET'), (code) => {
			const failure = networkFailure({ ...thrown, code }, 'CM.com', 'host');
			expect(JSON.stringify(failure)).not.toContain('secret');
		}),
	);
});

describe('an error without a cause, as n8n 1 and 2.0 throw it', () => {
	const node = { id: 'n', name: 'n', type: 't', typeVersion: 1, position: [0, 0], parameters: {} };
	const withoutCause = (code: string) => {
		const cause = Object.assign(new Error('socket hang up'), { code });
		const thrown = new NodeApiError(node as unknown as INode, cause as unknown as JsonObject);
		Object.defineProperty(thrown, 'cause', { value: undefined });
		return thrown;
	};

	it.each(['ECONNREFUSED', 'CERT_HAS_EXPIRED', 'ECONNABORTED', 'ERR_CANCELED', 'ECONNRESET'])(
		'is recognized by %s in httpCode',
		(code) => {
			expect(networkFailure(withoutCause(code), 'CM.com', 'api.cm.com')).toEqual(
				networkFailure({ code }, 'CM.com', 'api.cm.com'),
			);
			expect(neverConnected(withoutCause(code))).toBe(code === 'ECONNREFUSED');
		},
	);

	it.each(['503', '', null, 7, undefined])('has no code with httpCode %j', (httpCode) => {
		expect(codeOf({ httpCode })).toBe('');
	});
});

it('never throws, for any thrown value', () => {
	fc.assert(
		fc.property(fc.anything(), (thrown) => {
			expect(['notSent', 'unknown']).toContain(networkFailure(thrown, 'a', 'b').outcome);
		}),
	);
});

describe('neverConnected', () => {
	it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'])('is true for %s', (code) => {
		expect(neverConnected({ code })).toBe(true);
		expect(neverConnected({ cause: { code } })).toBe(true);
	});

	it.each([
		{ code: 'ETIMEDOUT' },
		{ code: 'ECONNRESET' },
		{ code: 'EHOSTUNREACH' },
		{ code: 'CERT_HAS_EXPIRED' },
		{},
		undefined,
		null,
		'ECONNREFUSED',
	])('is false for %j', (thrown) => {
		expect(neverConnected(thrown)).toBe(false);
	});
});

it('advises what to check before sending again after an unknown outcome', () => {
	expect(unknownOutcome('It broke off', 504)).toEqual({
		message: 'It broke off',
		description: UNKNOWN,
		outcome: 'unknown',
		status: 504,
	});
});

it('says what to do where n8n kept a request back', () => {
	expect(keptBack('Provider')).toEqual({
		message: 'n8n could not send the request to Provider',
		description:
			'Nothing was sent. Run the workflow again; if it happens again, look into n8n’s log.',
		outcome: 'notSent',
	});
});
