import { randomInt } from 'node:crypto';
import { keyOf } from '../credential/key';
import type { Item } from '../items/item';
import { createChallenge } from './challenge';
import { codeLength, expiresIn } from './codeFields';
import type { CodeFields } from './codeFields';
import { requiredCode, withoutSeparators } from './typedCode';

/** A code that an operation sends. */
export interface IssuedCode {
	/** Goes into the request and nowhere else. */
	code: string;
	/** The same code if it is the user's own, by which a later try recognizes the request. */
	ownCode?: string;
	/** The output fields about the code for one recipient. */
	proofFor(e164: string): Promise<{
		phoneNumber: string;
		challenge: string;
		expiresAt: string;
		codeLength: number;
	}>;
}

/** A code of `length` digits from a cryptographic generator, which may begin with zeros. */
export const generateCode = (length: number): string =>
	Array.from({ length }, () => randomInt(10)).join('');

/**
 * Generates or reads the code of an item, and masks it in everything that the node outputs.
 *
 * @throws NodeOperationError if the code, its length or its expiry is outside its limits
 */
export async function issueCode(
	item: Item,
	{ codeSource, ownCode }: CodeFields,
): Promise<IssuedCode> {
	const isOwn = item.read(codeSource) === 'own';
	const code = isOwn ? requiredCode(item, ownCode) : generateCode(item.option(codeLength));
	item.hide(code);
	item.hide(withoutSeparators(code));
	await keyOf(item.secret);
	const expiry = Math.floor(Date.now() / 1000) + item.option(expiresIn);
	return {
		code,
		...(isOwn && { ownCode: code }),
		proofFor: async (e164) => ({
			phoneNumber: e164,
			challenge: await createChallenge(item.secret, { phoneNumber: e164, expiry, code }),
			expiresAt: new Date(expiry * 1000).toISOString(),
			codeLength: [...withoutSeparators(code)].length,
		}),
	};
}
