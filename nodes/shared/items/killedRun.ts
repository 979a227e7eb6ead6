import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { invalid } from '../failure';

/** A key of the node's context, which n8n keeps for later runs of the loop and for the next Retry. */
const NOTE = 'killed run';

interface Proxy {
	$runIndex: number;
	$prevNode: { name: string };
	$: (node: string) => { isExecuted: boolean };
	$items: (node: string, output: number, run: number) => Array<{ json: IDataObject }>;
}

/** Whether n8n filled in the output of a node's first run, because its process ended before it stored the output. */
function isFilledIn({ $items }: Proxy, node: string): boolean {
	try {
		return $items(node, 0, 0)[0].json.isArtificialRecoveredEventItem === true;
	} catch {
		// There is no such run, or it put out nothing.
		return false;
	}
}

/**
 * Whether this is a Retry of an execution whose process was killed after this node had started. Such a Retry starts
 * from the trigger, and the notes of finished items died with the process (notes.ts). n8n's event log names
 * the nodes that had started, and n8n fills in an artificial output for each of them.
 */
function wasKilled(context: IExecuteFunctions): boolean {
	if (context.getMode() !== 'retry') return false;
	const kept = context.getContext('node');
	const proxy = context.getWorkflowDataProxy(0) as unknown as Proxy;
	const { name } = context.getNode();
	// Retry removes the unfinished run and leaves an empty run list.
	const hasStarted = proxy.$runIndex === 0 && proxy.$(name).isExecuted;
	kept[NOTE] ??= isFilledIn(proxy, name) || (hasStarted && isFilledIn(proxy, proxy.$prevNode.name));
	if (kept[NOTE] === true) return true;
	delete kept[NOTE];
	return false;
}

/**
 * Keeps a Retry from sending if nobody knows whom the killed execution reached.
 *
 * @throws NodeOperationError if the execution that is retried was killed after this node had started
 */
export function refuseKilledRun(context: IExecuteFunctions): void {
	if (!wasKilled(context)) return;
	throw invalid(
		context.getNode(),
		0,
		'n8n ended while this node was sending in the execution that is retried, and who was reached is not known',
		'Nothing was sent now. Look up who was reached, with the provider or in your own records, and start the workflow anew for the others.',
	);
}
