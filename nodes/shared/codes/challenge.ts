import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { keyOf, tagOf } from '../credential/key';
import { comparable, readingsOf } from './typedCode';

/** What a challenge proves. It contains the number and the expiry, but not the code. */
export interface Claim {
	/** E.164 number of the recipient. */
	phoneNumber: string;
	/** Seconds since 1970; from then on the code is not accepted. */
	expiry: number;
	/** The code in the request. */
	code: string;
}

/** The result of comparing a code with a challenge; the number is set only if the challenge is genuine. */
export interface Verdict {
	reason: 'match' | 'mismatch' | 'expired' | 'malformed';
	phoneNumber?: string;
}

const VERSION = '1';
/** Characters. Challenges of this version are far shorter; anything longer is refused before it costs time. */
const LONGEST = 400;
const TAG_BYTES = 16;

/** The label separates the two tags, so that neither can be passed off as the other. */
const tag = (key: KeyObject, label: 'claim' | 'code', ...parts: string[]): Buffer =>
	tagOf(key, label, ...parts).subarray(0, TAG_BYTES);

/**
 * A URL-safe text that later proves, without storage, which code was sent to which number and when it expires.
 * It consists of the version, the claim (number, expiry, nonce), a tag over all the rest, and a tag over claim and
 * code. The first tag distinguishes an altered challenge from a wrong code. The second tag cannot be guessed
 * offline without the key.
 */
export async function createChallenge(secret: string, claim: Claim): Promise<string> {
	const key = await keyOf(secret);
	const nonce = randomBytes(12).toString('base64url');
	const text = JSON.stringify([claim.phoneNumber, claim.expiry, nonce]);
	const body = Buffer.from(text).toString('base64url');
	const proof = tag(key, 'code', body, comparable(claim.code));
	const tags = Buffer.concat([tag(key, 'claim', body, proof.toString('base64url')), proof]);
	return [VERSION, body, tags.toString('base64url')].join('.');
}

/** The claim in a genuine body; undefined if it has none, because another program may use the same secret. */
function claimOf(body: string): Omit<Claim, 'code'> | undefined {
	try {
		const claim = JSON.parse(Buffer.from(body, 'base64url').toString()) as unknown[];
		const [phoneNumber, expiry] = claim;
		// With an expiry that is not a number, the challenge would never expire.
		if (typeof phoneNumber === 'string' && typeof expiry === 'number')
			return { phoneNumber, expiry };
	} catch {
		// The body is not a JSON list.
	}
	return undefined;
}

/**
 * Compares a code with a challenge in constant time. An altered, foreign, too long or meaningless challenge is
 * `malformed`; nothing is thrown for it.
 *
 * @param typed the code as a person typed it
 * @param now milliseconds since 1970
 */
export async function verifyChallenge(
	secret: string,
	challenge: string,
	typed: string,
	now = Date.now(),
): Promise<Verdict> {
	if (challenge.length > LONGEST) return { reason: 'malformed' };
	const [version, body, tags, ...rest] = challenge.split('.');
	const given = Buffer.from(String(tags), 'base64url');
	const isShaped =
		version === VERSION &&
		rest.length === 0 &&
		given.length === 2 * TAG_BYTES &&
		given.toString('base64url') === tags;
	if (!isShaped) return { reason: 'malformed' };

	const key = await keyOf(secret);
	const [seal, proof] = [given.subarray(0, TAG_BYTES), given.subarray(TAG_BYTES)];
	const isGenuine = timingSafeEqual(seal, tag(key, 'claim', body, proof.toString('base64url')));
	const matches = readingsOf(typed).map((code) =>
		timingSafeEqual(proof, tag(key, 'code', body, code)),
	);
	const claim = isGenuine ? claimOf(body) : undefined;
	if (!claim) return { reason: 'malformed' };
	const { phoneNumber, expiry } = claim;
	if (now >= expiry * 1000) return { reason: 'expired', phoneNumber };
	return { reason: matches.includes(true) ? 'match' : 'mismatch', phoneNumber };
}
