/** What becomes of a field on its way to the provider. */
export interface WireField {
	/** The provider's name of it, in dots where it nests; several where the value decides. Left out: not sent. */
	wire?: string[];
	/** Where the provider's name stands, unless it is where the request does. */
	document?: string;
	/** Characters, for texts; what the description of a number says is read from there. */
	maxLength?: number;
	/** What a text has to be. */
	form?: string;
}

/** The request of an operation, and its fields by their path in the node's parameters. */
export interface WireOperation {
	/** Method and path behind Base URL; left out where nobody is asked. */
	request?: string;
	/** The provider document and its section. */
	document?: string;
	fields: Record<string, WireField>;
}

export type Fields = WireOperation['fields'];

/** A field that is sent under this name. */
export const sent = (wire: string, more: Omit<WireField, 'wire'> = {}): WireField => ({
	wire: [wire],
	...more,
});

/** Fields that the node uses itself. */
export const notSent = (...paths: string[]): Fields =>
	Object.fromEntries(paths.map((path) => [path, {}]));
