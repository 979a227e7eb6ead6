import { createCipheriv, createDecipheriv, randomBytes, timingSafeEqual } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { comparable, readingsOf } from '../codes/typedCode';
import { tagOf } from '../credential/key';
import { isRecord, parseJson } from '../values';

/** What a challenge holds. It comes back from the visitor, who can neither read nor change it. */
export interface Claim {
	/** Random; attempts and single use are counted by it. */
	id: string;
	/** E.164. */
	phoneNumber: string;
	/** Milliseconds since 1970; from then on the code is not accepted. */
	expiry: number;
	/** What the builder's page or app calls the person or the account; '' if nothing. */
	reference: string;
	/** The value of the provider that sent the code. */
	provider: string;
	/** Digits; left out if the provider made the code. */
	codeLength?: number;
	/** The proof of the code; left out if the provider checks it. */
	proof?: string;
	/** By which the provider that made the code knows it. */
	providerId?: string;
}

const VERSION = '2';
const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const PROOF_BYTES = 16;
/** Characters. The longest reference of escaped characters fits; anything longer is refused before it costs time. */
const LONGEST = 4_000;

/** A new ID of a claim. */
export const newId = (): string => randomBytes(9).toString('base64url');

/** A text by which the key's owner recognizes a code, and from which nobody else learns it. */
export const proofOf = (key: KeyObject, id: string, code: string): string =>
	proofBytes(key, id, comparable(code)).toString('base64url');

const proofBytes = (key: KeyObject, id: string, code: string): Buffer =>
	tagOf(key, 'code', id, code).subarray(0, PROOF_BYTES);

/** Whether a typed code is the one that the trigger made and sent, read generously and compared in constant time. */
export function isRightCode(key: KeyObject, { id, proof }: Claim, typed: string): boolean {
	const expected = Buffer.from(proof!, 'base64url');
	const matches = readingsOf(typed).map((code) =>
		timingSafeEqual(expected, proofBytes(key, id, code)),
	);
	return matches.includes(true);
}

/** Seals a claim into a URL-safe text, which is encrypted and proves its origin. */
export function sealClaim(key: KeyObject, claim: Claim): string {
	const iv = randomBytes(IV_BYTES);
	const cipher = createCipheriv(CIPHER, key, iv);
	const sealed = Buffer.concat([cipher.update(JSON.stringify(claim)), cipher.final()]);
	return `${VERSION}.${Buffer.concat([iv, sealed, cipher.getAuthTag()]).toString('base64url')}`;
}

/** The claim in a challenge; undefined if the key did not seal it, or somebody altered it. */
export function openClaim(key: KeyObject, challenge: string): Claim | undefined {
	if (challenge.length > LONGEST || !challenge.startsWith(`${VERSION}.`)) return undefined;
	const text = challenge.slice(VERSION.length + 1);
	const bytes = Buffer.from(text, 'base64url');
	if (bytes.toString('base64url') !== text) return undefined;
	try {
		const iv = bytes.subarray(0, IV_BYTES);
		const decipher = createDecipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES });
		decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
		const plain = decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES));
		const claim = parseJson(Buffer.concat([plain, decipher.final()]).toString());
		return isRecord(claim) ? (claim as unknown as Claim) : undefined;
	} catch {
		// It is too short, or the tag is not that of this key and text.
	}
	return undefined;
}
