/**
 * The contenders, which make the call. `computed` is this package with parameters that only n8n's expression engine can
 * read; `tenants` is this package with such expressions in its credential, as is `httpTenants` with the HTTP Request node.
 */
export type ContenderName =
	| 'package'
	| 'computed'
	| 'tenants'
	| 'httpRequest'
	| 'httpTenants'
	| 'declarative'
	| 'floor';

/** The contenders in every comparison, in the order of the tables. */
export const contenderNames: ContenderName[] = ['package', 'httpRequest', 'declarative', 'floor'];

/** The names of the contenders in the tables. */
export const contenderTitles: Record<ContenderName, string> = {
	package: 'this package',
	computed: 'this package, computed parameters',
	tenants: 'this package, login by expression',
	httpRequest: 'HTTP Request node',
	httpTenants: 'HTTP Request node, login by expression',
	declarative: 'declarative node',
	floor: 'floor',
};

/** Whether a contender is a node of this package. */
export const isOwn = (contender: ContenderName) =>
	['package', 'computed', 'tenants'].includes(contender);
