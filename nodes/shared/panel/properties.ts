import type { INodePropertyOptions, INodeProperties } from 'n8n-workflow';
import type { Operation, Resource } from '../items/operation';

const selectOption = ({ value, name, action, description }: Operation): INodePropertyOptions => ({
	value,
	name,
	action,
	description,
});

function operationSelect({ value, operations }: Resource): INodeProperties {
	const [{ value: first }] = operations;
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [value] } },
		options: operations.map(selectOption),
		default: first,
	};
}

function fieldsOf(resource: Resource, operation: Operation): INodeProperties[] {
	const only = { resource: [resource.value], operation: [operation.value] };
	return operation.properties.map((property) => ({
		...property,
		displayOptions: {
			...property.displayOptions,
			show: { ...only, ...property.displayOptions?.show },
		},
	}));
}

/**
 * The node's properties: the Resource select, an Operation select for each resource, and every
 * operation's own fields, shown only where they belong.
 */
export function toProperties(resources: Resource[]): INodeProperties[] {
	const [{ value: first }] = resources;
	const resourceSelect: INodeProperties = {
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: resources.map(({ value, name }) => ({ value, name })),
		default: first,
	};
	const fields = resources.flatMap((resource) =>
		resource.operations.flatMap((operation) => fieldsOf(resource, operation)),
	);
	return [resourceSelect, ...resources.map(operationSelect), ...fields];
}

/** What stands below the node on the canvas: what it is set to do, in the words of the two selects, "Call: Create". */
export function subtitleOf(resources: Resource[]): string {
	const titles = resources.flatMap(({ value, name, operations }) =>
		operations.map((operation) => [`${value}/${operation.value}`, `${name}: ${operation.name}`]),
	);
	const table = JSON.stringify(Object.fromEntries(titles));
	return `={{ (${table})[$parameter["resource"] + "/" + $parameter["operation"]] }}`;
}
