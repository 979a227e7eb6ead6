import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';

/** One operation as a node's description has it, or a whole trigger, which has no operations. */
export interface DescribedOperation {
	resource: string;
	operation: string;
	/** As the panel names it: "Call: Create". */
	title: string;
	description: string;
	properties: INodeProperties[];
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
