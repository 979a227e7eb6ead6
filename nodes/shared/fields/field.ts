import type { INodeProperties } from 'n8n-workflow';
import { isBlank } from '../values';

/** The owner of a field: an item, which the error about a value names. */
export interface FieldOwner {
	/** The error for a value that is not valid, thrown before any request. */
	invalid(message: string, description: string): Error;
}

/** What n8n's property does not say about a field. */
export interface FieldDetails {
	/**
	 * The field's name in the request, with dots for nested objects. A list if the value decides between several names.
	 * A field without it is not sent.
	 */
	wire?: string | string[];
	/** The form of a text, for the reference: "a web address". */
	form?: string;
	/** The maximum number of characters of a text. */
	maxLength?: number;
	/** The field's name in messages; by default its display name without the unit. */
	label?: string;
	/** The field of the same group that must be set for this one to be sent; then even the default is sent. */
	sentWith?: string;
}

/** The declaration of a field: an n8n property with the details. */
export type Declaration = INodeProperties & FieldDetails;

/** A field with a value, declared once for the panel, for reading and for the request. */
export interface Field<T = unknown> extends FieldDetails {
	property: INodeProperties;
	label: string;
	/**
	 * Reads a value of the field; undefined if the user left it out (undefined, null or blank text).
	 *
	 * @throws NodeOperationError naming the field and its limits
	 */
	read(owner: FieldOwner, value: unknown): T | undefined;
}

/** Reads a value that is not blank; throws like {@link Field.read}. */
type Parse<T> = (owner: FieldOwner, label: string, value: unknown) => T;

/** A field that reads its values with `parse`; kinds.ts has the usual kinds of fields. */
export function fieldOf<T>(declaration: Declaration, parse: Parse<T>): Field<T> {
	const { wire, form, maxLength, sentWith, label: given, ...property } = declaration;
	const label = given ?? property.displayName.replace(/ \(.*\)$/, '');
	const read = (owner: FieldOwner, value: unknown) => {
		if (!isBlank(value)) return parse(owner, label, value);
		if (!property.required) return undefined;
		throw owner.invalid(
			`${label} is empty`,
			`Enter a value for ${label}, or check the expression in it.`,
		);
	};
	return { property, wire, form, maxLength, sentWith, label, read };
}

/** A field whose value the operation reads itself, such as a phone number or a typed code. */
export const asTyped = (declaration: Declaration): Field => ({
	...fieldOf(declaration, (_owner, _label, value) => value),
	read: (_owner, value) => value,
});
