import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/**
 * The field from which n8n's nodes panel takes what a trigger is called there. Without a field of this name, n8n makes up
 * "On new … event" from the name of the node. There is nothing to choose, so the panel of the node does not show it.
 *
 * @param event its `action` is what the nodes panel says, such as "On delivery report"
 */
export const eventField = (
	event: INodePropertyOptions & { action: string; description: string },
): INodeProperties => ({
	displayName: 'Event',
	name: 'event',
	type: 'hidden',
	default: '',
	description: event.description,
	options: [event],
});
