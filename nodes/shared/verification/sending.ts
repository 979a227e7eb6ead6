import { generateCode } from '../codes/code';
import { outcomeOf } from '../failure';
import type { NodeFailure } from '../failure';
import { runOnce } from '../items/runOnce';
import { proofOf, sealClaim } from './challenge';
import type { Claim } from './challenge';
import { SECOND } from './limits';
import type { Refusal, Send } from './limits';
import { recipientOf } from './recipient';
import type { Recipient } from './recipient';
import { codeView, outputOf, refused, unavailable } from './result';
import type { Result } from './result';
import { claimOf, digestOf, numberDigest } from './visit';
import type { Visit, Way } from './visit';
import { visitorAddress } from './visitorAddress';

/** Whom a code is for. */
interface Order extends Recipient {
	reference: string;
	/** The page that a refusal shows: where the person is. */
	from: Result['view'];
}

/** Sends a code through one provider, and returns what its challenge holds. */
async function sendThrough(
	{ functions, settings, key }: Visit,
	{ of, credential, fields }: Way,
	{ phoneNumber, reference }: Order,
	id: string,
): Promise<Claim> {
	const code = of.check ? '' : generateCode(settings.codeLength);
	const parameters = of.parametersOf({ phoneNumber, code, fields });
	const output = await runOnce(functions, of.provider, credential, of.send, parameters);
	const expiry = Date.now() + settings.expiresIn;
	const made = of.check
		? { providerId: of.check.idIn(output) }
		: { codeLength: code.length, proof: proofOf(key, id, code) };
	return { id, phoneNumber, expiry, reference, provider: of.value, ...made };
}

/** Sends through the first provider that does not refuse; a request that may have been carried out is the last. */
async function sendByAny(visit: Visit, order: Order, id: string): Promise<Claim | NodeFailure> {
	let failure: NodeFailure | undefined;
	for (const way of order.ways) {
		try {
			return await sendThrough(visit, way, order, id);
		} catch (thrown) {
			failure = thrown as NodeFailure;
			if (outcomeOf(failure) === 'unknown') break;
		}
	}
	return failure!;
}

function limited(visit: Visit, order: Order, refusal: Refusal, now: number): Result {
	const { reason, until, cap } = refusal;
	const seconds = Math.ceil((until - now) / SECOND);
	const { phoneNumber, reference, from } = order;
	const { channel } = order.ways[0].of;
	const isTold = cap !== undefined && visit.state.tell(cap, until, now);
	return {
		status: reason === 'unavailable' ? 503 : 429,
		json: { reason },
		view: { ...from, message: { key: reason, seconds } },
		retryAfter: seconds,
		...(isTold && { output: outputOf({ phoneNumber, reason, attempts: 0, reference, channel }) }),
	};
}

/** The result of a send that no provider confirmed. The visitor does not see what it said. */
function failedResult(order: Order, send: Send, failure: NodeFailure, visit: Visit): Result {
	const { phoneNumber, reference, from } = order;
	const isUnknown = outcomeOf(failure) === 'unknown';
	send.isReturned = !isUnknown;
	const { channel } = order.ways[0].of;
	const message = failure.message;
	const about = { phoneNumber, reason: 'unavailable', attempts: 0, reference, channel, message };
	return {
		...unavailable(from),
		output: outputOf(about),
		...(isUnknown && { keptUntil: send.at + visit.settings.limits.coolDown }),
	};
}

async function carryOut(visit: Visit, order: Order): Promise<Result> {
	const { state, settings, functions, key, ways } = visit;
	const { ip } = functions.getRequestObject();
	const address = visitorAddress(ip);
	const now = Date.now();
	const to = {
		number: numberDigest(visit, order.phoneNumber),
		address: address === '' ? '' : digestOf(visit, 'address', address),
	};
	const send = state.reserve(to, settings.limits, now);
	if ('reason' in send) return limited(visit, order, send, now);
	const claim = await sendByAny(visit, order, send.id);
	if (!('expiry' in claim)) return failedResult(order, send, claim, visit);
	const challenge = sealClaim(key, claim);
	return {
		status: 200,
		json: {
			challenge,
			expiresAt: new Date(claim.expiry).toISOString(),
			codeLength: claim.codeLength ?? null,
		},
		view: codeView(challenge, claim, ways),
		keptUntil: claim.expiry,
	};
}

/** Sends a code, and answers the same request again without another. */
async function sendOnce(visit: Visit, order: Order): Promise<Result> {
	const { request, action, challenge } = visit.asked;
	const { phoneNumber, reference } = order;
	const id =
		request === ''
			? undefined
			: digestOf(visit, action, request, challenge, phoneNumber, reference);
	return await visit.state.once(id, async () => await carryOut(visit, order));
}

/** Sends a code to the number that was typed. */
export async function sendCode(visit: Visit): Promise<Result> {
	const { phoneNumber: typed, reference } = visit.asked;
	const recipient = recipientOf(visit, visit.ways, typed);
	const from: Result['view'] = { step: 'number', phoneNumber: typed };
	if (typeof recipient === 'object')
		return await sendOnce(visit, { ...recipient, reference, from });
	const json = { reason: 'invalidNumber' };
	return { status: 422, json, view: { ...from, message: { key: recipient } } };
}

/**
 * Sends another code to the number of a challenge.
 *
 * @param isOther whether by the other provider first
 */
export async function sendAgain(visit: Visit, isOther: boolean): Promise<Result> {
	const claim = claimOf(visit);
	if (!claim) return refused(400, 'malformed');
	const { ways, asked } = visit;
	const rank = ({ of }: Way) => Number((of.value === claim.provider) === isOther);
	const sorted = [...ways].sort((one, other) => rank(one) - rank(other));
	const recipient = recipientOf(visit, sorted, claim.phoneNumber);
	const from = codeView(asked.challenge, claim, ways);
	if (typeof recipient !== 'object')
		return {
			status: 422,
			json: { reason: 'invalidNumber' },
			view: { ...from, message: { key: recipient } },
		};
	return await sendOnce(visit, { ...recipient, reference: claim.reference, from });
}
