import { randomInt } from 'node:crypto';
import { oneOf, requiredText, wholeNumber } from '../fields/readers';
import type { Field } from '../fields/readers';
import type { Item } from '../items/item';
import { createChallenge } from './challenge';
import { DEFAULT_EXPIRY, DEFAULT_LENGTH } from './codeFields';

/** Characters: CM.com's limit, the only documented one. */
const LONGEST_CODE = 64;

/** A code that an operation sends. */
export interface IssuedCode {
	/** Goes into the request and nowhere else. */
	code: string;
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

/** A code without the spaces, dashes and invisible characters that people add when they read or type it. */
export const withoutSeparators = (code: string): string => code.replace(/[\s\p{Pd}\p{Cf}]/gu, '');

/** The chosen Code Source; throws if an expression returns none of `sources`. */
export function codeSourceOf(item: Item, sources: string[]): string {
	const field = { name: 'Code Source', value: item.parameter('codeSource', '') };
	return oneOf(item, field, sources) ?? 'generate';
}

/** A typed code, unchanged; throws if it is empty or has nothing but spaces and dashes. */
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
 * Generates or reads the code of an item, and masks it in everything that the node outputs.
 *
 * @throws NodeOperationError if the code, its length or its expiry is outside its limits
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
