import type { INodeProperties } from 'n8n-workflow';
import type { Field } from './field';

/** Fields with a common heading: a collection, or one group of a fixed collection. */
export interface Group<Heading = { displayName: string; name: string }> {
	property: Heading;
	fields: Array<Field | Group>;
}

/** A field or a collection at the top level of an operation. */
export type PanelField = Field | Group<INodeProperties>;

/** The n8n properties of these fields. */
export const propertiesOf = (fields: PanelField[]): INodeProperties[] =>
	fields.map(({ property }) => property);

/** A collection, to which the user adds single fields. */
export const collection = (
	property: INodeProperties,
	fields: PanelField[],
): Group<INodeProperties> => ({
	property: { ...property, options: propertiesOf(fields) },
	fields,
});

/** A fixed collection, to which the user adds whole groups of fields. */
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

/** The Options collection of an operation, with its fields in alphabetical order as in n8n's own nodes. */
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
