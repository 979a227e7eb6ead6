import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { invalid } from '../failure';
import { errorOutput } from './failedItem';

/** Kept in the node's context: what was cut off once stays so in every later round and Retry. */
const NOTE = 'cut off';

interface Proxy {
	$runIndex: number;
	$prevNode: { name: string };
	$: (node: string) => { isExecuted: boolean };
	$items: (node: string, output: number, run: number) => Array<{ json: IDataObject }>;
}

/** Whether n8n made up what the first run of a node put out, because its process ended before it was stored. */
function isMadeUp({ $items }: Proxy, node: string): boolean {
	try {
		return $items(node, 0, 0)[0]?.json.isArtificialRecoveredEventItem === true;
	} catch {
		return false;
	}
}

/**
 * Whether this is n8n's Retry of an execution whose process was killed after this node had begun. Retry then starts
 * from the trigger, and the notes of what was sent died with the process (finishedItems.ts). n8n tells by what it
 * finds in its event log: it fills in made-up output of the nodes that had run.
 */
function wasKilled(context: IExecuteFunctions): boolean {
	if (context.getMode() !== 'retry') return false;
	const kept = context.getContext('node');
	const proxy = context.getWorkflowDataProxy(0) as unknown as Proxy;
	const { name } = context.getNode();
	// Retry takes the round away that did not end, and leaves an empty list of rounds.
	const hasBegun = proxy.$runIndex === 0 && proxy.$(name).isExecuted;
	kept[NOTE] ??= isMadeUp(proxy, name) || (hasBegun && isMadeUp(proxy, proxy.$prevNode.name));
	if (kept[NOTE] === true) return true;
	delete kept[NOTE];
	return false;
}

/**
 * Keeps Retry from reaching people a second time where nobody knows who was reached.
 *
 * @returns the output to end with, in continue mode; nothing where the node may send
 * @throws NodeOperationError in stop mode
 */
export function outputOfKilledRun(context: IExecuteFunctions): INodeExecutionData[] | undefined {
	if (!wasKilled(context)) return undefined;
	const failure = (index: number) =>
		invalid(
			context.getNode(),
			index,
			'n8n ended while this node was sending in the execution that is retried, and who was reached is not known',
			'Nothing was sent now. Look up who was reached, with the provider or in your own records, and start the workflow anew for the others.',
		);
	if (!context.continueOnFail()) throw failure(0);
	return context.getInputData().map((_, item) => ({
		json: errorOutput(failure(item), item),
		pairedItem: { item },
	}));
}
