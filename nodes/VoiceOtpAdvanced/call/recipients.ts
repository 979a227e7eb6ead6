import type { Item } from '../../shared/item';
import { readNumber } from '../../shared/phoneNumber';

const typedNumbers = (value: unknown): string[] =>
	Array.isArray(value)
		? value.flatMap(typedNumbers)
		: String(value ?? '')
				.split(/[,;\n]/)
				.map((number) => number.trim())
				.filter((number) => number !== '');

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
	const source = {
		parameter: 'Callees',
		acceptsInvalid: item.options.disableCalleesValidation === true,
	};
	const typed = typedNumbers(item.parameter<unknown>('callees', ''));
	const numbers = (typed.length === 0 ? [''] : typed).map((number) =>
		readNumber(item, number, source),
	);
	return [...new Set(numbers.map(({ e164 }) => e164))];
}
