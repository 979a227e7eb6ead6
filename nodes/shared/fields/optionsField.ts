import type { INodeProperties } from 'n8n-workflow';

/** The Options field of an operation, its entries in alphabetical order as n8n lists them. */
export function optionsField(entries: INodeProperties[]): INodeProperties {
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [...entries].sort((first, second) =>
			first.displayName.localeCompare(second.displayName, 'en'),
		),
	};
}
