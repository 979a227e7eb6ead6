import { randomInt } from 'node:crypto';
import { oneOf, requiredText, wholeNumber } from '../fields/readers';
import type { Field } from '../fields/readers';
import type { Item } from '../items/item';
import { createChallenge } from './challenge';
import { DEFAULT_EXPIRY, DEFAULT_LENGTH } from './codeFields';

/** CM.com's limit, the only documented one. */
const LONGEST_CODE = 64;

/** A code on its way to a recipient. */
export interface IssuedCode {
	/** To be put into the request and nowhere else. */
	code: string;
	/** What the output says of it, for one recipient. */
	proofFor(e164: string): Promise<{
		phoneNumber: string;
		challenge: string;
		expiresAt: string;
		codeLength: number;
	}>;
}

/** A code of that many digits from a cryptographic generator; leading zeros are part of it. */
export const generateCode = (length: number): string =>
	Array.from({ length }, () => randomInt(10)).join('');

/** What counts of a code: spaces and dashes, which people add as they read or type it, do not. */
export const withoutSeparators = (code: string): string => code.replace(/[\s\p{Pd}\p{Cf}]/gu, '');

/** Where the code comes from; throws where an expression yields none of these sources. */
export function codeSourceOf(item: Item, sources: string[]): string {
	const field = { name: 'Code Source', value: item.parameter('codeSource', '') };
	return oneOf(item, field, sources) ?? 'generate';
}

/** A code that somebody wrote or typed, as it is; throws where nothing of it counts. */
export function requiredCode(item: Item, field: Field): string {
	const code = requiredText(item, field, LONGEST_CODE);
	if (withoutSeparators(code) !== '') return code;
	throw item.invalid(
		`${field.name} holds nothing but spaces and dashes`,
		'Enter a code with at least one digit or letter.',
	);
}

function codeOf(item: Item): string {
	if (codeSourceOf(item, ['generate', 'own']) === 'generate') {
		const field = { name: 'Code Length', value: item.options.codeLength };
		return generateCode(wholeNumber(item, field, 4, 10) ?? DEFAULT_LENGTH);
	}
	return requiredCode(item, { name: 'Code', value: item.parameter('code', '') });
}

/**
 * Makes or takes the code of an item and hides it from everything the node puts out.
 *
 * @throws NodeOperationError where the code, its length or its expiry is out of its limits
 */
export function issueCode(item: Item): IssuedCode {
	const code = codeOf(item);
	item.hide(code);
	item.hide(withoutSeparators(code));
	const field = { name: 'Expires In', value: item.options.expiresIn };
	const expiresIn = wholeNumber(item, field, 30, 600) ?? DEFAULT_EXPIRY;
	const expiry = Math.floor(Date.now() / 1000) + expiresIn;
	return {
		code,
		proofFor: async (e164) => ({
			phoneNumber: e164,
			challenge: await createChallenge(item.secret, {
				phoneNumber: e164,
				expiry,
				code: withoutSeparators(code),
			}),
			expiresAt: new Date(expiry * 1000).toISOString(),
			codeLength: [...withoutSeparators(code)].length,
		}),
	};
}
