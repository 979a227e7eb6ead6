import type { IDataObject } from 'n8n-workflow';
import type { PanelField } from '../fields/groups';
import type { Call } from '../request/call';
import type { Item } from './item';

/** The outputs among which an operation divides its items; n8n adds its error output after them. */
export interface Outputs {
	/** Their labels in the editor. The last output also gets the items that failed. */
	labels: string[];
	/** The index of the output for the json of an item. */
	indexOf(json: IDataObject): number;
}

/** One operation of a node: the fields in the panel, the request, and the reading of the answer. */
export interface Operation {
	value: string;
	name: string;
	action: string;
	description: string;
	fields: PanelField[];
	/** The method and the path after Base URL; left out if the operation makes no request. */
	endpoint?: Pick<Call, 'method' | 'path'>;
	/** The page and section in docs/ with the facts about the request. */
	document?: string;
	/** Whether the provider sends a message or places a call for it. */
	sends?: boolean;
	/** Whether the operation also runs without a credential; it uses one that is set. */
	worksWithoutCredential?: boolean;
	/** Left out if all items go to one output. */
	outputs?: Outputs;
	/** Returns the json of the item's output, or one json for each output item. */
	execute(item: Item): Promise<IDataObject | IDataObject[]>;
}

/** The operations of one resource, in the order the panel lists them. */
export interface Resource {
	value: string;
	name: string;
	operations: Operation[];
}

/** Finds an operation by the values of the two selects; undefined if the node does not have it. */
export function findOperation(
	resources: Resource[],
	resource: string,
	operation: string,
): Operation | undefined {
	return resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === operation);
}
