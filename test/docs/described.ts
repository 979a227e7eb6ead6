import type { INodeProperties, INodePropertyCollection, INodeTypeDescription } from 'n8n-workflow';

/** One operation as a node's description has it, or a whole trigger, which has no operations. */
export interface DescribedOperation {
	resource: string;
	operation: string;
	/** As the panel names it: "Call: Create". */
	title: string;
	description: string;
	properties: INodeProperties[];
}

/** A field that holds a value; those that only group others are left out. */
export interface DescribedField {
	/** In the node's parameters: `options.batching.batch.batchSize`. */
	path: string;
	/** As the panel shows it: "Options → Batching → Items per Batch". */
	label: string;
	property: INodeProperties;
}

interface SelectOption {
	name: string;
	value: string;
	description?: string;
}

const shows = ({ displayOptions }: INodeProperties, parameter: string, value: string) =>
	displayOptions?.show?.[parameter]?.includes(value) ?? false;

const selectOptions = (properties: INodeProperties[], name: string) =>
	(properties.find((property) => property.name === name)?.options ?? []) as SelectOption[];

/** The operations of a node, in the order of the panel. */
export function operationsOf(node: INodeTypeDescription): DescribedOperation[] {
	const { properties, description } = node;
	const resources = selectOptions(properties, 'resource');
	if (resources.length === 0)
		return [{ resource: '', operation: '', title: '', description, properties }];
	return resources.flatMap((resource) => {
		const own = properties.filter((property) => shows(property, 'resource', resource.value));
		return selectOptions(own, 'operation').map((operation) => ({
			resource: resource.value,
			operation: operation.value,
			title: `${resource.name}: ${operation.name}`,
			description: operation.description ?? '',
			properties: own.filter((property) => shows(property, 'operation', operation.value)),
		}));
	});
}

const join = (separator: string, ...parts: string[]) =>
	parts.filter((part) => part !== '').join(separator);

/** The fields among these properties, also those within collections. */
export function fieldsOf(properties: INodeProperties[], path = '', label = ''): DescribedField[] {
	return properties.flatMap((property): DescribedField[] => {
		const { type, name, displayName, options = [] } = property;
		const here = join('.', path, name);
		const shown = join(' → ', label, displayName);
		if (type === 'notice') return [];
		if (type === 'collection') return fieldsOf(options as INodeProperties[], here, shown);
		if (type !== 'fixedCollection') return [{ path: here, label: shown, property }];
		return (options as INodePropertyCollection[]).flatMap((group) => {
			const groupLabel = group.displayName === displayName ? '' : group.displayName;
			return fieldsOf(group.values, join('.', here, group.name), join(' → ', shown, groupLabel));
		});
	});
}
