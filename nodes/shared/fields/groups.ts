import type { INodeProperties } from 'n8n-workflow';
import type { Field } from './field';

/** Fields under one heading: a collection, or one group of a fixed collection. */
export interface Group<Heading = { displayName: string; name: string }> {
	property: Heading;
	fields: Array<Field | Group>;
}

/** What stands among an operation's properties. */
export type PanelField = Field | Group<INodeProperties>;

/** What n8n shows for these fields. */
export const propertiesOf = (fields: PanelField[]): INodeProperties[] =>
	fields.map(({ property }) => property);

/** Fields of which the user adds those that are wanted. */
export const collection = (
	property: INodeProperties,
	fields: PanelField[],
): Group<INodeProperties> => ({
	property: { ...property, options: propertiesOf(fields) },
	fields,
});

/** Groups of fields of which the user adds those that are wanted. */
export const fixedCollection = (
	property: INodeProperties,
	groups: Array<{ displayName: string; name: string; fields: Field[] }>,
): Group<INodeProperties> => ({
	property: {
		...property,
		options: groups.map(({ fields, ...heading }) => ({ ...heading, values: propertiesOf(fields) })),
	},
	fields: groups.map(({ fields, ...heading }) => ({ property: heading, fields })),
});

/** The Options field of an operation, its fields in alphabetical order as n8n lists them. */
export const optionsField = (fields: PanelField[]): Group<INodeProperties> =>
	collection(
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
		},
		[...fields].sort(({ property: first }, { property: second }) =>
			first.displayName.localeCompare(second.displayName, 'en'),
		),
	);
