import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { invalid } from '../failure';
import { isErrorOutput } from './failedItem';
import type { Outputs } from './operation';

/** Puts the output items of a run at the outputs of the node. */
export type Divide = (items: INodeExecutionData[]) => INodeExecutionData[][];

/** The one output of most operations. */
export const atOneOutput: Divide = (items) => [items];

/** Whether n8n gives the node one output beside Error: version 1 has one, and so has the tool of an AI agent. */
const hasOneOutput = (context: IExecuteFunctions): boolean =>
	context.getNodeOutputs().filter(({ category }) => category !== 'error').length === 1;

/**
 * How the output items are put at the outputs of the node.
 *
 * @param outputs those of the operation; undefined if it has one
 */
export function dividerOf(context: IExecuteFunctions, outputs?: Outputs): Divide {
	if (!outputs || hasOneOutput(context)) return atOneOutput;
	const { labels } = outputs;
	const { onError, retryOnFail } = context.getNode();
	// Retry On Fail looks only at the first output, from which n8n then moves failed items to its error output.
	const isMoved = onError === 'continueErrorOutput' && retryOnFail;
	const ofFailures = isMoved ? 0 : labels.length - 1;
	const outputOf = ({ json }: INodeExecutionData) =>
		isErrorOutput(json) ? ofFailures : outputs.indexOf(json);
	return (items) => labels.map((_, index) => items.filter((item) => outputOf(item) === index));
}

/**
 * Refuses the setting with which n8n adds an item to the first output, as if somebody belonged there.
 *
 * @throws NodeOperationError if Always Output Data is on and the node has several outputs
 */
export function refuseAddedItem(context: IExecuteFunctions, divide: Divide): void {
	const node = context.getNode();
	if (divide === atOneOutput || !node.alwaysOutputData) return;
	throw invalid(
		node,
		0,
		'With Always Output Data, n8n puts an empty item at the first output, as if a code were right',
		'Switch off Always Output Data under Settings of this node.',
	);
}
