import { createHash, createHmac, createSecretKey, scrypt } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

const KEY_BYTES = 32;
const SALT = 'n8n-nodes-voice-sms-otp challenge 1';
const MAXIMUM_KEYS = 100;
const SEAL_BYTES = 16;

const keys = new Map<string, Promise<KeyObject>>();

async function derive(secret: string): Promise<KeyObject> {
	return await new Promise((resolve, reject) => {
		scrypt(secret, SALT, KEY_BYTES, (failure, key) =>
			failure ? reject(failure) : resolve(createSecretKey(key)),
		);
	});
}

/**
 * The key of a credential's secret, derived once per process: scrypt takes tens of milliseconds by design. It is
 * derived before the first request, so that a request is never in vain for lack of a key.
 */
export async function keyOf(secret: string): Promise<KeyObject> {
	const name = createHash('sha256').update(secret).digest('base64');
	const known = keys.get(name);
	if (known) return await known;
	if (keys.size >= MAXIMUM_KEYS) keys.delete(keys.keys().next().value!);
	const key = derive(secret);
	keys.set(name, key);
	// After a failed derivation, such as for lack of memory, the next item tries again.
	key.catch(() => keys.delete(name));
	return await key;
}

/**
 * A tag of 32 bytes over the parts. The first part is a label, so that no tag can be passed off as another's.
 */
export const tagOf = (key: KeyObject, ...parts: string[]): Buffer =>
	createHmac('sha256', key).update(JSON.stringify(parts)).digest();

/**
 * A text by which a later try recognizes the same code, and from which nobody reads it without the key: a tag of the
 * key, a dot, and a tag of the code.
 */
export async function sealOf(secret: string, code: string): Promise<string> {
	const key = await keyOf(secret);
	const tag = (...parts: string[]) =>
		tagOf(key, 'note', ...parts)
			.subarray(0, SEAL_BYTES)
			.toString('base64url');
	return `${tag()}.${tag(code)}`;
}
