import type { Field } from '../fields/field';
import type { Item } from '../items/item';
import { asciiDigit } from '../values';

/** Characters that people add to a code, in any script: spaces, dashes, invisible characters. */
const ADDED = /[\s\p{Pd}\p{Cf}\u02D7\u2212\u30FC]/gu;

/**
 * What counts of a code: digits in ASCII, letters in half width, without spaces, dashes and invisible characters. A code
 * of digits counts without any other signs too, such as dots and underscores.
 */
export function withoutSeparators(code: string): string {
	const plain = code
		.normalize('NFKC')
		.replace(/[^\P{Nd}0-9]/gu, asciiDigit)
		.replace(ADDED, '')
		// What stood apart may now belong together.
		.normalize('NFKC');
	const digits = plain.replace(/[\p{P}\p{M}]/gu, '');
	return /^\d+$/.test(digits) ? digits : plain;
}

/** The form of a code that a challenge signs: the case of letters does not count. */
export const comparable = (code: string): string => withoutSeparators(code).toUpperCase();

/** Lengths that a number without its leading zeros may have had: those of generated codes. */
const LENGTHS = [4, 5, 6, 7, 8, 9, 10];

/**
 * The codes that a typed one can stand for, as many for each: comparing them takes equally long. The second is what
 * version 0.2 made challenges over.
 */
export function readingsOf(typed: string): string[] {
	const code = comparable(typed);
	const isNumber = /^\d+$/.test(code);
	const padded = LENGTHS.map((length) => (isNumber ? code.padStart(length, '0') : code));
	return [code, typed.replace(/[\s\p{Pd}\p{Cf}]/gu, ''), ...padded];
}

/** A typed code, unchanged; throws if it is empty or has nothing but spaces and dashes. */
export function requiredCode(item: Item, field: Field<string>): string {
	const code = item.read(field);
	if (withoutSeparators(code) !== '') return code;
	throw item.invalid(
		`${field.label} holds nothing but spaces and dashes`,
		'Enter a code with at least one digit or letter.',
	);
}
