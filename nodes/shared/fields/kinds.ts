import type { INodePropertyOptions } from 'n8n-workflow';
import { forMessage, plainText, textOf } from '../values';
import { fieldOf } from './field';
import type { Declaration, Field } from './field';

/** A whole number from `minValue` to `maxValue` of the property. */
export function wholeNumber(declaration: Declaration): Field<number> {
	const { minValue = 0, maxValue = Number.MAX_SAFE_INTEGER } = declaration.typeOptions ?? {};
	const limits =
		maxValue === Number.MAX_SAFE_INTEGER
			? `of ${minValue} or more`
			: `from ${minValue} to ${maxValue}`;
	return fieldOf(declaration, (owner, label, value) => {
		const number = ['string', 'number', 'bigint'].includes(typeof value) ? Number(value) : NaN;
		if (Number.isInteger(number) && number >= minValue && number <= maxValue) return number;
		throw owner.invalid(
			`${label} is “${forMessage(value)}”, which is not a whole number ${limits}`,
			`Set ${label} to a whole number ${limits}.`,
		);
	});
}

/** A text of at most `maxLength` characters, trimmed; a whole number becomes its digits. */
export function text(declaration: Declaration): Field<string> {
	const { maxLength = Infinity } = declaration;
	return fieldOf(declaration, (owner, label, value) => {
		if (typeof value !== 'string' && !Number.isSafeInteger(value))
			throw owner.invalid(
				`${label} “${forMessage(value)}” is not a text`,
				`Give ${label} a text, or check the expression in it.`,
			);
		const trimmed = String(value).trim();
		if (trimmed.length <= maxLength) return trimmed;
		throw owner.invalid(
			`${label} is ${trimmed.length} characters long; at most ${maxLength} are possible`,
			`Shorten ${label} to ${maxLength} characters.`,
		);
	});
}

/** A text; an object or a list from an expression is sent as its JSON. */
export function textOrJson(declaration: Declaration): Field<string> {
	const plain = text(declaration);
	const asText = (value: unknown) =>
		value !== null && typeof value === 'object' ? (textOf(value) ?? value) : value;
	return { ...plain, read: (owner, value) => plain.read(owner, asText(value)) };
}

/** A boolean, or the text `true` or `false` from an expression. */
export const yesOrNo = (declaration: Declaration): Field<boolean> =>
	fieldOf(declaration, (owner, label, value) => {
		const word = typeof value === 'object' ? '' : String(value).trim().toLowerCase();
		if (word === 'true' || word === 'false') return word === 'true';
		throw owner.invalid(
			`${label} is “${forMessage(value)}”, which is neither true nor false`,
			`Set ${label} to true or false.`,
		);
	});

/** One of the property's options. */
export function choice(declaration: Declaration): Field<string> {
	const values = (declaration.options as INodePropertyOptions[]).map(({ value }) => value);
	return fieldOf(declaration, (owner, label, value) => {
		if (typeof value === 'string' && values.includes(value.trim())) return value.trim();
		throw owner.invalid(
			`${label} is “${forMessage(value)}”, which is not among its values`,
			`Set ${label} to one of: ${values.join(', ')}.`,
		);
	});
}

/** A web address that the provider calls. */
export const webAddress = (declaration: Declaration): Field<string> =>
	fieldOf({ form: 'a web address', ...declaration }, (owner, label, value) => {
		const address = plainText(value);
		if (URL.canParse(address) && /^https?:/.test(new URL(address).protocol)) return address;
		throw owner.invalid(
			`${label} “${forMessage(value)}” is not a web address`,
			`Enter a full address, e.g. https://example.com/callback, or {{ $execution.resumeUrl }} to resume this workflow.`,
		);
	});
