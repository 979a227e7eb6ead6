import { plainText, isBlank, forMessage } from '../values';

/** Whoever a field belongs to: an item, which names itself where a value cannot be used. */
export interface FieldOwner {
	/** The failure to throw, before any request. */
	invalid(message: string, description: string): Error;
}

/** A value of a field, on its way into a request. */
export interface Field {
	/** The field's display name, for messages. */
	name: string;
	/** What the user entered; undefined, null and blank text mean that the field was left out. */
	value: unknown;
}

/**
 * Whole numbers within documented limits; undefined where the field was left out.
 *
 * @throws NodeOperationError naming the field and its limits
 */
export function wholeNumber(
	owner: FieldOwner,
	{ name, value }: Field,
	minimum: number,
	maximum = Number.MAX_SAFE_INTEGER,
): number | undefined {
	if (isBlank(value)) return undefined;
	const number = ['string', 'number', 'bigint'].includes(typeof value) ? Number(value) : NaN;
	if (Number.isInteger(number) && number >= minimum && number <= maximum) return number;
	const limits =
		maximum === Number.MAX_SAFE_INTEGER ? `of ${minimum} or more` : `from ${minimum} to ${maximum}`;
	throw owner.invalid(
		`${name} is “${forMessage(value)}”, which is not a whole number ${limits}`,
		`Set ${name} to a whole number ${limits}.`,
	);
}

/**
 * Texts of a documented length, trimmed, and whole numbers as their digits; undefined where the field was left out.
 *
 * @throws NodeOperationError naming the field and its limit
 */
export function textUpTo(
	owner: FieldOwner,
	{ name, value }: Field,
	maximum: number,
): string | undefined {
	if (isBlank(value)) return undefined;
	if (typeof value !== 'string' && !Number.isSafeInteger(value))
		throw owner.invalid(
			`${name} “${forMessage(value)}” is not a text`,
			`Give ${name} a text, or check the expression in it.`,
		);
	const text = String(value).trim();
	if (text.length <= maximum) return text;
	throw owner.invalid(
		`${name} is ${text.length} characters long; at most ${maximum} are possible`,
		`Shorten ${name} to ${maximum} characters.`,
	);
}

/** Like {@link textUpTo}, for fields that must not be left out. */
export function requiredText(owner: FieldOwner, field: Field, maximum: number): string {
	const text = textUpTo(owner, field, maximum);
	if (text !== undefined) return text;
	throw owner.invalid(
		`${field.name} is empty`,
		`Enter a value for ${field.name}, or check the expression in it.`,
	);
}

/**
 * A yes or a no, also as the text that an expression may yield; undefined where the field was left out.
 *
 * @throws NodeOperationError naming the field
 */
export function yesOrNo(owner: FieldOwner, { name, value }: Field): boolean | undefined {
	if (isBlank(value)) return undefined;
	const text = typeof value === 'object' ? '' : String(value).trim().toLowerCase();
	if (text === 'true' || text === 'false') return text === 'true';
	throw owner.invalid(
		`${name} is “${forMessage(value)}”, which is neither true nor false`,
		`Set ${name} to true or false.`,
	);
}

/**
 * One of the values a provider documents; undefined where the field was left out.
 *
 * @throws NodeOperationError naming the field and the values
 */
export function oneOf(
	owner: FieldOwner,
	{ name, value }: Field,
	values: string[],
): string | undefined {
	if (isBlank(value)) return undefined;
	if (typeof value === 'string' && values.includes(value.trim())) return value.trim();
	throw owner.invalid(
		`${name} is “${forMessage(value)}”, which is not among its values`,
		`Set ${name} to one of: ${values.join(', ')}.`,
	);
}

/**
 * A web address that a provider is to call; undefined where the field was left out.
 *
 * @throws NodeOperationError naming the field
 */
export function webAddress(owner: FieldOwner, { name, value }: Field): string | undefined {
	if (isBlank(value)) return undefined;
	const text = plainText(value);
	if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
	throw owner.invalid(
		`${name} “${forMessage(value)}” is not a web address`,
		`Enter a full address, e.g. https://example.com/callback, or {{ $execution.resumeUrl }} to resume this workflow.`,
	);
}
