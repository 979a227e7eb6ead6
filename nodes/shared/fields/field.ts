import type { INodeProperties } from 'n8n-workflow';
import { isBlank } from '../values';

/** Whoever a field belongs to: an item, which names itself where a value cannot be used. */
export interface FieldOwner {
	/** The failure to throw, before any request. */
	invalid(message: string, description: string): Error;
}

/** What the panel does not say of a field. */
export interface FieldDetails {
	/** The provider's name of it, in dots where it nests; several where the value decides. Left out: not sent. */
	wire?: string | string[];
	/** What a text has to be, for the reference: "a web address". */
	form?: string;
	/** Characters, for texts. */
	maxLength?: number;
	/** How messages name the field; its display name without a unit unless given. */
	label?: string;
	/** The field of the same group without which this one is not sent; beside it, its default is sent too. */
	sentWith?: string;
}

/** A field as it is declared: an n8n property, and what n8n does not know of it. */
export type Declaration = INodeProperties & FieldDetails;

/** A field that holds a value, declared once: what the panel shows, how a value is read, and what is sent. */
export interface Field<T = unknown> extends FieldDetails {
	property: INodeProperties;
	label: string;
	/**
	 * The value that is used; undefined where the field was left out: undefined, null or blank text.
	 *
	 * @throws NodeOperationError naming the field and its limits
	 */
	read(owner: FieldOwner, value: unknown): T | undefined;
}

/** Reads a value that is not blank; throws what {@link Field.read} throws. */
type Parse<T> = (owner: FieldOwner, label: string, value: unknown) => T;

/** A field whose values are read this way; kinds.ts has the usual ones. */
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

/** A field whose value is read by the operation itself: a phone number, or a code that a person typed. */
export const asTyped = (declaration: Declaration): Field => ({
	...fieldOf(declaration, (_owner, _label, value) => value),
	read: (_owner, value) => value,
});
