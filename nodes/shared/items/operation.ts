import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Item } from './item';

/** One thing a node offers: what the panel shows, what is sent and how the answer is read. */
export interface Operation {
	value: string;
	name: string;
	action: string;
	description: string;
	properties: INodeProperties[];
	/** Whether it makes a provider send a message or place a call. */
	sends?: boolean;
	/** Returns the json of this item's output, or one json for each output item. */
	execute(item: Item): Promise<IDataObject | IDataObject[]>;
}

/** The operations of one resource, in the order the panel lists them. */
export interface Resource {
	value: string;
	name: string;
	operations: Operation[];
}

/** The operation that the two selects name, or undefined where a workflow names one that is not offered. */
export function findOperation(
	resources: Resource[],
	resource: string,
	operation: string,
): Operation | undefined {
	return resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === operation);
}
