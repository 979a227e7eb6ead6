/** Who makes the call; `computed` is this package with parameters that only n8n's expression engine can read. */
export type ContenderName = 'package' | 'computed' | 'httpRequest' | 'declarative' | 'floor';

/** Who takes part in every comparison, in the order of the tables. */
export const contenderNames: ContenderName[] = ['package', 'httpRequest', 'declarative', 'floor'];

/** As the tables name them. */
export const contenderTitles: Record<ContenderName, string> = {
	package: 'this package',
	computed: 'this package, computed parameters',
	httpRequest: 'HTTP Request node',
	declarative: 'declarative node',
	floor: 'floor',
};

/** Whether it is a node of this package. */
export const isOwn = (contender: ContenderName) =>
	contender === 'package' || contender === 'computed';
