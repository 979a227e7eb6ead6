/**
 * Who makes the call. `computed` is this package with parameters that only n8n's expression engine can read, `tenants` with
 * such expressions in its credential.
 */
export type ContenderName =
	| 'package'
	| 'computed'
	| 'tenants'
	| 'httpRequest'
	| 'declarative'
	| 'floor';

/** Who takes part in every comparison, in the order of the tables. */
export const contenderNames: ContenderName[] = ['package', 'httpRequest', 'declarative', 'floor'];

/** As the tables name them. */
export const contenderTitles: Record<ContenderName, string> = {
	package: 'this package',
	computed: 'this package, computed parameters',
	tenants: 'this package, login by expression',
	httpRequest: 'HTTP Request node',
	declarative: 'declarative node',
	floor: 'floor',
};

/** Whether it is a node of this package. */
export const isOwn = (contender: ContenderName) =>
	['package', 'computed', 'tenants'].includes(contender);
