import type { Item } from './item';
import { plainText } from './plainText';

/** A value of a field, on its way into a request. */
export interface Field {
	/** The field's display name, for messages. */
	name: string;
	/** What the user entered; undefined, null and blank text mean that the field was left out. */
	value: unknown;
}

/** Whether a field has no value: undefined, null or blank text. */
export const isLeftOut = (value: unknown) =>
	value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/**
 * Whole numbers within documented limits; undefined where the field was left out.
 *
 * @throws NodeOperationError naming the field and its limits
 */
export function wholeNumber(
	item: Item,
	{ name, value }: Field,
	minimum: number,
	maximum = Number.MAX_SAFE_INTEGER,
): number | undefined {
	if (isLeftOut(value)) return undefined;
	const number = ['string', 'number', 'bigint'].includes(typeof value) ? Number(value) : NaN;
	if (Number.isInteger(number) && number >= minimum && number <= maximum) return number;
	const limits =
		maximum === Number.MAX_SAFE_INTEGER ? `of ${minimum} or more` : `from ${minimum} to ${maximum}`;
	throw item.invalid(
		`${name} is “${shown(value)}”, which is not a whole number ${limits}`,
		`Set ${name} to a whole number ${limits}.`,
	);
}

/**
 * Texts of a documented length, trimmed, and whole numbers as their digits; undefined where the field was left out.
 *
 * @throws NodeOperationError naming the field and its limit
 */
export function textUpTo(item: Item, { name, value }: Field, maximum: number): string | undefined {
	if (isLeftOut(value)) return undefined;
	if (typeof value !== 'string' && !Number.isSafeInteger(value))
		throw item.invalid(
			`${name} “${shown(value)}” is not a text`,
			`Give ${name} a text, or check the expression in it.`,
		);
	const text = String(value).trim();
	if (text.length <= maximum) return text;
	throw item.invalid(
		`${name} is ${text.length} characters long; at most ${maximum} are possible`,
		`Shorten ${name} to ${maximum} characters.`,
	);
}

/** Like {@link textUpTo}, for fields that must not be left out. */
export function requiredText(item: Item, field: Field, maximum: number): string {
	const text = textUpTo(item, field, maximum);
	if (text !== undefined) return text;
	throw item.invalid(
		`${field.name} is empty`,
		`Enter a value for ${field.name}, or check the expression in it.`,
	);
}

/**
 * A yes or a no, also as the text that an expression may yield; undefined where the field was left out.
 *
 * @throws NodeOperationError naming the field
 */
export function yesOrNo(item: Item, { name, value }: Field): boolean | undefined {
	if (isLeftOut(value)) return undefined;
	const text = typeof value === 'object' ? '' : String(value).trim().toLowerCase();
	if (text === 'true' || text === 'false') return text === 'true';
	throw item.invalid(
		`${name} is “${shown(value)}”, which is neither true nor false`,
		`Set ${name} to true or false.`,
	);
}

/**
 * One of the values a provider documents; undefined where the field was left out.
 *
 * @throws NodeOperationError naming the field and the values
 */
export function oneOf(item: Item, { name, value }: Field, values: string[]): string | undefined {
	if (isLeftOut(value)) return undefined;
	if (typeof value === 'string' && values.includes(value.trim())) return value.trim();
	throw item.invalid(
		`${name} is “${shown(value)}”, which is not among its values`,
		`Set ${name} to one of: ${values.join(', ')}.`,
	);
}

/**
 * A web address that a provider is to call; undefined where the field was left out.
 *
 * @throws NodeOperationError naming the field
 */
export function webAddress(item: Item, { name, value }: Field): string | undefined {
	if (isLeftOut(value)) return undefined;
	const text = plainText(value);
	if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
	throw item.invalid(
		`${name} “${shown(value)}” is not a web address`,
		`Enter a full address, e.g. https://example.com/callback, or {{ $execution.resumeUrl }} to resume this workflow.`,
	);
}

/** The value as text; undefined for what has none, such as objects that hold themselves. */
function textOf(value: unknown): string | undefined {
	try {
		return typeof value === 'object' ? JSON.stringify(value) : String(value);
	} catch {
		return undefined;
	}
}

/** A value for a message. */
export const shown = (value: unknown) =>
	(textOf(value) ?? `a value of type ${typeof value}`).slice(0, 60);
