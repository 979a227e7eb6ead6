import { createRunExecutionData, NodeConnectionTypes } from 'n8n-workflow';
import type { IDataObject, INode, IRunExecutionData } from 'n8n-workflow';
import { additionalDataFor, nodeTypes, storeFor, toWorkflow } from './engine';
import type { NodeRun } from './engine';
import { makeHandleToolInvocation, SupplyDataContext } from './n8n/core';

type Invoke = () => Promise<unknown>;

/**
 * The node as a tool of AI agents in one execution, through n8n-core's own tool invocation with its tries and run
 * indexes. The returned function hands the tool to one more agent's item; what it returns is one call by that agent.
 */
export function toolOf(nodeRun: NodeRun): (json: IDataObject) => Invoke {
	const tool = { ...nodeRun, type: `${nodeRun.type}Tool` };
	const workflow = toWorkflow(tool);
	const node = workflow.getNode('Node under test') as INode;
	const data: IRunExecutionData = createRunExecutionData();
	const additional = additionalDataFor(nodeRun, storeFor(nodeRun));
	const contextFor = (json: IDataObject) => (runIndex: number) =>
		new SupplyDataContext(
			workflow,
			node,
			additional,
			'internal',
			data,
			runIndex,
			[{ json }],
			{},
			NodeConnectionTypes.AiTool,
			{ data: {}, node, source: null },
			[],
		);
	return (json) => {
		const type = nodeTypes[nodeRun.type];
		const invoke = makeHandleToolInvocation(contextFor(json), node, type, data);
		return async () => await (invoke as (args: IDataObject) => Promise<unknown>)({});
	};
}
