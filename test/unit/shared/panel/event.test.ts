import type { INodePropertyOptions } from 'n8n-workflow';
import { nodes } from '../../../support/package';

/** The labels by which n8n's nodes panel finds the field from which it takes the events of a trigger. */
const LABELS = ['event', 'events', 'trigger on'];

const triggers = nodes
	.map(({ node }) => node.description)
	.filter(({ group }) => group[0] === 'trigger');

it.each(triggers)('names for the nodes panel what starts $displayName', ({ properties }) => {
	const field = properties.find(({ displayName }) => LABELS.includes(displayName.toLowerCase()));
	const actions = (field?.options as INodePropertyOptions[]).map(({ action }) => action);
	for (const action of actions) expect(action).toMatch(/^On [a-z]/);
	expect(actions.length).toBeGreaterThan(0);
});
