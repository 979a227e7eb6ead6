import { asTyped } from '../../shared/fields/field';
import type { Item } from '../../shared/items/item';
import { parsePhoneNumberWithError } from '../../shared/numbers/phoneLibrary';
import { readNumber } from '../../shared/numbers/phoneNumber';
import type { Destination } from '../../shared/numbers/phoneNumber';
import { isBlank } from '../../shared/values';
import { disableCalleesValidation } from './options';

/** CM.com calls worldwide, so numbers need their country code. */
export const reached: Destination = {};

/** Separators of a list of numbers: commas and semicolons of any script, bars, line ends, tabs. */
const BETWEEN_NUMBERS = /[,;|،、؛，；\t\n\r\u2028\u2029]/;

/** Splits typed text into numbers. Other values pass through for readNumber to judge. */
function typedNumbers(value: unknown): unknown[] {
	if (Array.isArray(value)) return value.flatMap(typedNumbers);
	const numbers = typeof value === 'string' ? value.split(BETWEEN_NUMBERS) : [value];
	return numbers.filter((number) => !isBlank(number));
}

/** Characters: CM.com's limit for the caller. */
const LONGEST_CALLER = 24;

export const caller = asTyped({
	displayName: 'Caller',
	name: 'caller',
	wire: 'caller',
	form: `a phone number in E.164, at most ${LONGEST_CALLER} characters`,
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +31 20 123 4567',
	description: 'The number that is shown on the recipient’s phone, with its country code',
});

export const callees = asTyped({
	displayName: 'Callees',
	name: 'callees',
	wire: ['callee', 'callees'],
	form: 'one or more phone numbers',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +84 919 273 027, +66 81 234 5678',
	description:
		'The number to call, or several with commas between them or as an array from an expression. All of them hear the same code.',
});

/** The caller ID in E.164. Allowed Countries does not apply, because nobody calls this number. */
export function callerOf(item: Item): string {
	const source = { parameter: caller.label, isDestination: false };
	const { e164 } = readNumber(item, item.read(caller), source);
	if (e164.length <= LONGEST_CALLER) return e164;
	throw item.invalid(
		`Caller is ${e164.length} characters long; at most ${LONGEST_CALLER} are possible`,
		'Enter a number such as +31 20 123 4567.',
	);
}

function isValid(recipient: string): boolean {
	try {
		return parsePhoneNumberWithError(recipient).isValid();
	} catch {
		return false;
	}
}

/** The recipients that CM.com may skip, if the user switched its validation off. */
export const skippedOf = (item: Item, recipients: string[]): string[] =>
	item.option(disableCalleesValidation)
		? recipients.filter((recipient) => !isValid(recipient))
		: [];

/**
 * The recipients in E.164, each once. The field takes one number per line, numbers separated by commas or semicolons,
 * or an array from an expression.
 *
 * @throws NodeOperationError if there is no number, or if one is not valid
 */
export function recipientsOf(item: Item): string[] {
	const acceptsInvalid = item.option(disableCalleesValidation);
	const source = { parameter: callees.label, acceptsInvalid, ...reached };
	const typed = typedNumbers(item.read(callees));
	const numbers = (typed.length === 0 ? [''] : typed).map((number) =>
		readNumber(item, number, source),
	);
	return [...new Set(numbers.map(({ e164 }) => e164))];
}
