import type { INodeProperties } from 'n8n-workflow';

/** One field in short: what a workflow stores of it and what bounds it; no texts. */
export interface Shape {
	name: string;
	type: string;
	default: unknown;
	required?: true;
	/** Minimum and maximum of a number; null for none. */
	limits?: [number | null, number | null];
	values?: unknown[];
	fields?: Shape[];
	show?: unknown;
}

function shapeOf(property: INodeProperties): Shape {
	const { name, type, required, typeOptions, displayOptions, options = [] } = property;
	const shape: Shape = { name, type, default: property.default };
	if (required) shape.required = true;
	if (typeOptions?.minValue !== undefined || typeOptions?.maxValue !== undefined)
		shape.limits = [typeOptions.minValue ?? null, typeOptions.maxValue ?? null];
	if (displayOptions?.show) shape.show = displayOptions.show;
	const groups = options.flatMap((option) => ('values' in option ? [option] : []));
	if (type === 'fixedCollection')
		shape.fields = groups.map((group) => ({
			name: group.name,
			type: 'group',
			default: undefined,
			fields: shapesOf(group.values),
		}));
	else if (type === 'collection') shape.fields = shapesOf(options as INodeProperties[]);
	else if (options.length > 0)
		shape.values = options.map((option) => ('value' in option ? option.value : undefined));
	return shape;
}

/** The fields in short, to be compared with what the documents say of them. */
export const shapesOf = (properties: INodeProperties[]): Shape[] => properties.map(shapeOf);

/** The names of the entries of an Options field. */
export const entryNames = (properties: INodeProperties[], field = 'options'): string[] =>
	(properties.find(({ name }) => name === field)?.options ?? []).map(({ name }) => name);
