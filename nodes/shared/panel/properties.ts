import type { INodePropertyOptions, INodeProperties } from 'n8n-workflow';
import { propertiesOf } from '../fields/groups';
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
	return propertiesOf(operation.fields).map((property) => ({
		...property,
		displayOptions: {
			...property.displayOptions,
			show: { ...only, ...property.displayOptions?.show },
		},
	}));
}

/**
 * The properties of a node: the Resource select, an Operation select for each resource, and the fields of each
 * operation, shown only for that operation.
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

/** The subtitle of a node on the canvas: the names of the chosen resource and operation, "Call: Create". */
export function subtitleOf(resources: Resource[]): string {
	const titles = resources.flatMap(({ value, name, operations }) =>
		operations.map((operation) => [`${value}/${operation.value}`, `${name}: ${operation.name}`]),
	);
	const table = JSON.stringify(Object.fromEntries(titles));
	return `={{ (${table})[$parameter["resource"] + "/" + $parameter["operation"]] }}`;
}
