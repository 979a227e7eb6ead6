import { yesOrNo } from '../../shared/fields/readers';
import type { Item } from '../../shared/items/item';
import { readNumber } from '../../shared/numbers/phoneNumber';
import { isBlank } from '../../shared/values';

/** Splits typed text into numbers. Other values pass through for readNumber to judge. */
function typedNumbers(value: unknown): unknown[] {
	if (Array.isArray(value)) return value.flatMap(typedNumbers);
	const numbers = typeof value === 'string' ? value.split(/[,;\n]/) : [value];
	return numbers.filter((number) => !isBlank(number));
}

/** CM.com's limit for the caller, in characters. */
const LONGEST_CALLER = 24;

/** The caller ID in E.164. Allowed Countries does not apply, because nobody calls this number. */
export function callerOf(item: Item): string {
	const source = { parameter: 'Caller', isDestination: false };
	const caller = readNumber(item, item.parameter('caller', ''), source).e164;
	if (caller.length <= LONGEST_CALLER) return caller;
	throw item.invalid(
		`Caller is ${caller.length} characters long; at most ${LONGEST_CALLER} are possible`,
		'Enter a number such as +31 20 123 4567.',
	);
}

/**
 * The recipients in E.164, each once. The field takes one number per line, numbers separated by commas or semicolons,
 * or an array from an expression.
 *
 * @throws NodeOperationError if there is no number, or if one is not valid
 */
export function recipientsOf(item: Item): string[] {
	const validation = {
		name: 'Disable Callees Validation',
		value: item.options.disableCalleesValidation,
	};
	const source = {
		parameter: 'Callees',
		acceptsInvalid: yesOrNo(item, validation) ?? false,
	};
	const typed = typedNumbers(item.parameter<unknown>('callees', ''));
	const numbers = (typed.length === 0 ? [''] : typed).map((number) =>
		readNumber(item, number, source),
	);
	return [...new Set(numbers.map(({ e164 }) => e164))];
}
