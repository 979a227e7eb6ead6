import { yesOrNo } from '../../shared/fields/readers';
import type { Item } from '../../shared/items/item';
import { readNumber } from '../../shared/numbers/phoneNumber';
import { isBlank } from '../../shared/values';

/** The single numbers in what was typed; what is no text is left as it is, to be refused or read by itself. */
function typedNumbers(value: unknown): unknown[] {
	if (Array.isArray(value)) return value.flatMap(typedNumbers);
	const numbers = typeof value === 'string' ? value.split(/[,;\n]/) : [value];
	return numbers.filter((number) => !isBlank(number));
}

/** CM.com's limit for the caller, in characters. */
const LONGEST_CALLER = 24;

/** The caller ID in E.164. Allowed Countries does not apply: nobody is called at it. */
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
 * The recipients in E.164, each once: typed as a list, one a line or with commas between them, or an array from an
 * expression.
 *
 * @throws NodeOperationError where there is none, or one is not valid
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
