import { Expression, NodeHelpers, Workflow } from 'n8n-workflow';
import type { INode, INodeParameters, INodeTypeDescription } from 'n8n-workflow';

Expression.setExpressionEngine('legacy');

/** The node in a workflow of its own, with these parameters; n8n adds the defaults of the others. */
function workflowOf(
	description: INodeTypeDescription,
	parameters: INodeParameters,
	settings: Partial<INode> = {},
): Workflow {
	const node = {
		id: 'n',
		name: 'Node',
		type: 'node',
		typeVersion: 1,
		position: [0, 0],
		parameters,
		...settings,
	};
	const type = { description };
	return new Workflow({
		nodes: [node as INode],
		connections: {},
		active: false,
		nodeTypes: {
			getByName: () => type,
			getByNameAndVersion: () => NodeHelpers.getVersionedNodeType(type),
			getKnownTypes: () => ({}),
		} as never,
	});
}

/** The hints that n8n's editor shows for a node, found as it finds them (useNodeHelpers, getNodeHints). */
export function hintsOf(description: INodeTypeDescription, parameters: INodeParameters): string[] {
	const { expression } = workflowOf(description, parameters);
	return (description.hints ?? []).flatMap(({ message, displayCondition = '' }) => {
		const shown = expression.getParameterValue(
			displayCondition,
			null,
			0,
			0,
			'Node',
			[],
			'manual',
			{},
		);
		expect(typeof shown).toBe('boolean');
		return shown ? [message.split(' ').slice(0, 3).join(' ')] : [];
	});
}

/** What the editor writes below a node, evaluated as it does (nodeTypesUtils, getNodeSubtitle). */
export function subtitleShown(
	description: INodeTypeDescription,
	parameters: INodeParameters,
): unknown {
	const workflow = workflowOf(description, parameters);
	const node = workflow.getNode('Node')!;
	return workflow.expression.getSimpleParameterValue(node, description.subtitle, 'internal', {});
}

/** The outputs that n8n gives a node, by the labels that the editor shows; '' for one without a label. */
export function outputsShown(
	description: INodeTypeDescription,
	parameters: INodeParameters,
	settings: Partial<INode>,
): string[] {
	const workflow = workflowOf(description, parameters, settings);
	const node = workflow.getNode('Node')!;
	return NodeHelpers.getNodeOutputs(workflow, node, description).map((output) => {
		const { type, displayName = '' } = typeof output === 'string' ? { type: output } : output;
		expect(type).toBe('main');
		return displayName;
	});
}
