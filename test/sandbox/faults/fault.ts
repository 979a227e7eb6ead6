import { sandboxes } from '../providers';
import { inWords, integer, isObject, number } from '../shared/validate';
import { object, oneOf, problemsOf, record, text } from '../shared/validate';
import type { Check, Fields } from '../shared/validate';

/**
 * The effect of a fault on a request. With `status`, `html`, `raw`, `never`, `providerStatus`, `expiredToken` and
 * `reset: 'beforeProcessing'` the request is not processed and counts as refused. With `trickle`, `largeBody`,
 * `truncated` and the other resets it is processed, and only the answer is changed.
 */
export type Effect =
	| {
			status: number;
			headers?: Record<string, string>;
			body?: string | object;
			contentType?: string;
	  }
	/** A gateway's error page; the default status is 502. */
	| { html: true; status?: number }
	/** Milliseconds before the next fault or the provider gets the request. */
	| { latency: number }
	| { reset: 'beforeProcessing' | 'afterProcessing' | 'midBody' }
	/** Base64 of the bytes to write to the socket instead of an HTTP answer. */
	| { raw: string }
	/** Sends the answer byte by byte, with this many milliseconds before each byte. */
	| { trickle: { ms: number } }
	/** Expires the login of the request. If the provider's logins do not expire, it answers this request with 401. */
	| { expiredToken: true }
	/** Accepts the request and never answers. */
	| { never: true }
	/** Answers with one of the provider's own `statuses`. */
	| { providerStatus: string }
	/** Pads the answer to this many bytes: with a field `padding`, or with spaces if it is not an object. */
	| { largeBody: number }
	/** Sends the whole answer with a Content-Length that is too large. */
	| { truncated: true };

export interface Fault {
	match: {
		provider?: string;
		method?: string;
		/** The last characters of the path without its query. */
		path?: string;
		/** The last digits of the recipient's number. */
		recipient?: string;
	};
	/** How often it strikes; without a limit by default. */
	times?: number;
	/** The number of matching requests before the first strike. */
	skip?: number;
	/** The share of matching requests that it strikes, 0 to 1; the same requests for the same `seed` (default 1). */
	rate?: number;
	seed?: number;
	/** Strikes only what exceeds this many matching requests in one second of the clock: a rate limit. */
	beyondPerSecond?: number;
	do: Effect;
}

const yes: Check = oneOf(true);
const anything: Check = () => undefined;

/** The fields of an effect, by the field that names its kind. `html` comes first, because it may have a status too. */
const effects: Record<string, Fields> = {
	html: { html: { check: yes }, status: { check: integer(200, 599) } },
	status: {
		status: { check: integer(200, 599) },
		headers: { check: record(text()) },
		body: { check: anything },
		contentType: { check: text() },
	},
	latency: { latency: { check: number(0) } },
	reset: { reset: { check: oneOf('beforeProcessing', 'afterProcessing', 'midBody') } },
	raw: { raw: { check: text({ pattern: /^[A-Za-z0-9+/]+=*$/, as: 'base64' }) } },
	trickle: { trickle: { check: object({ ms: { check: number(0), required: true } }) } },
	expiredToken: { expiredToken: { check: yes } },
	never: { never: { check: yes } },
	providerStatus: {
		providerStatus: { check: oneOf(...sandboxes.flatMap(({ statuses = [] }) => statuses)) },
	},
	largeBody: { largeBody: { check: integer(0) } },
	truncated: { truncated: { check: yes } },
};

const effect: Check = (value) => {
	if (!isObject(value)) return 'must be an object';
	const kind = Object.keys(effects).find((name) => Object.hasOwn(value, name));
	return kind
		? object(effects[kind])(value)
		: `must have one of ${Object.keys(effects).join(', ')}`;
};

const fields: Fields = {
	match: {
		required: true,
		check: object({
			provider: { check: oneOf(...sandboxes.map(({ name }) => name)) },
			method: { check: text({ pattern: /^[A-Z]+$/, as: 'in capitals' }) },
			path: { check: text({ min: 1 }) },
			recipient: { check: text({ pattern: /^\d+$/, as: 'digits' }) },
		}),
	},
	times: { check: integer(0) },
	skip: { check: integer(0) },
	rate: { check: number(0, 1) },
	seed: { check: integer() },
	beyondPerSecond: { check: integer(1) },
	do: { required: true, check: effect },
};

/** Checks a fault. @throws Error naming every invalid field */
export function checkFault(fault: unknown): asserts fault is Fault {
	if (!isObject(fault)) throw new Error('A fault must be an object');
	const problems = problemsOf(fault, fields);
	if (problems.size > 0) throw new Error(inWords(problems));
}
