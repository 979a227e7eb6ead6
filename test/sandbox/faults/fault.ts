import { sandboxes } from '../providers';
import { inWords, integer, isObject, number } from '../shared/validate';
import { object, oneOf, problemsOf, record, text } from '../shared/validate';
import type { Check, Fields } from '../shared/validate';

/**
 * What happens to a request. Not processed (nothing is sent, counted as refused): `status`, `html`, `raw`, `never`,
 * `providerStatus`, `expiredToken` and `reset: 'beforeProcessing'`. Processed as ever, only the answer suffers:
 * `trickle`, `largeBody`, `truncated` and the other resets.
 */
export type Effect =
	| {
			status: number;
			headers?: Record<string, string>;
			body?: string | object;
			contentType?: string;
	  }
	/** A gateway's error page; status 502 unless given. */
	| { html: true; status?: number }
	/** Milliseconds before the request goes on, to the next fault or to the provider. */
	| { latency: number }
	| { reset: 'beforeProcessing' | 'afterProcessing' | 'midBody' }
	/** Base64 of the bytes that are written to the socket instead of an HTTP answer. */
	| { raw: string }
	/** The answer comes byte by byte, with so many milliseconds before each. */
	| { trickle: { ms: number } }
	/** The request's login expires now. Where a login cannot expire, this request is answered 401. */
	| { expiredToken: true }
	/** Taken and never answered. */
	| { never: true }
	/** The provider answers with this one of the `statuses` of its own. */
	| { providerStatus: string }
	/** The answer is padded to so many bytes: by a field `padding`, or by spaces where it is no object. */
	| { largeBody: number }
	/** The whole answer comes, but its Content-Length promises more. */
	| { truncated: true };

export interface Fault {
	match: {
		provider?: string;
		method?: string;
		/** The last characters of the path, query left aside. */
		path?: string;
		/** The last digits of the recipient's number. */
		recipient?: string;
	};
	/** How often it strikes; without end when absent. */
	times?: number;
	/** How many matching requests pass before. */
	skip?: number;
	/** The share of matching requests it strikes, 0 to 1; the same ones for the same `seed` (1 unless given). */
	rate?: number;
	seed?: number;
	do: Effect;
}

const yes: Check = oneOf(true);
const anything: Check = () => undefined;

/** The fields of an effect, by the field that names its kind. `html` comes first: it may carry a status too. */
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
	do: { required: true, check: effect },
};

/** @throws Error naming everything that is wrong with it. */
export function checkFault(fault: unknown): asserts fault is Fault {
	if (!isObject(fault)) throw new Error('A fault must be an object');
	const problems = problemsOf(fault, fields);
	if (problems.size > 0) throw new Error(inWords(problems));
}
