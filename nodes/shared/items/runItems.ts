import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions, INode, INodeExecutionData } from 'n8n-workflow';
import { REPEATABLE_ADVICE } from '../answer/noAnswer';
import { NotStarted, outcomeOf, toNodeFailure } from '../failure';
import type { NodeFailure } from '../failure';
import { errorOutputTakesDetails } from '../olderN8n';
import type { Provider } from '../provider';
import { Run } from '../request/run';
import { errorOutput, stopError } from './failedItem';
import { Item } from './item';
import { refuseKilledRun } from './killedRun';
import { Notes } from './notes';
import { findOperation } from './operation';
import type { Operation, Resource } from './operation';
import { atOneOutput, dividerOf, refuseAddedItem } from './outputs';
import type { Divide } from './outputs';
import { paceOf } from './pace';
import { runPool } from './pool';

/** The parts in which nodes differ: the provider and the resources in the panel. */
export interface NodeParts {
	provider: Provider;
	resources: Resource[];
}

/** Whether n8n recognizes a failed item at the error output only by the keys `error` and `message`. */
const mustBeShort = (node: INode) =>
	node.onError === 'continueErrorOutput' && !errorOutputTakesDetails();

/** One run of the node over all its items. */
class ItemRun {
	private readonly outputs = new Map<number, IDataObject[]>();

	private readonly failures = new Map<number, NodeFailure>();

	constructor(
		private readonly run: Run,
		private readonly operation: Operation,
		private readonly notes: Notes,
		private readonly divide: Divide,
	) {}

	async runAll(total: number): Promise<INodeExecutionData[][]> {
		const { run, notes, outputs, failures } = this;
		await runPool(total, paceOf(run), run.stopped, async (index) => await this.runItem(index));
		// n8n marks a cancelled execution as failed if the node throws.
		if (failures.size > 0 && !run.context.continueOnFail() && !run.isCancelled)
			throw stopError(failures, {
				total,
				finished: outputs.size,
				sends: this.operation.sends ?? false,
			});
		const items = [...outputs.entries()]
			.sort(([first], [second]) => first - second)
			.flatMap(([item, jsons]) => jsons.map((json) => ({ json, pairedItem: { item } })));
		const divided = this.divide(items);
		// n8n tries again if the first item has an `error`, and n8n before 2.41 also if that is null or false.
		const mayBeTriedAgain = run.node.retryOnFail && divided[0][0]?.json.error !== undefined;
		if (!run.isCancelled && !mayBeTriedAgain) notes.end();
		return divided;
	}

	private async runItem(index: number): Promise<void> {
		let item: Item | undefined;
		try {
			const { run, notes, operation } = this;
			const isLeftOut = operation.worksWithoutCredential && !run.hasCredential;
			const credential = isLeftOut ? {} : await run.credentialFor(index);
			item = new Item(run, index, credential, notes);
			const json = await operation.execute(item);
			this.outputs.set(index, Array.isArray(json) ? json : [json]);
		} catch (thrown) {
			if (thrown instanceof NotStarted) return;
			this.fail(index, toNodeFailure(this.run.node, index, thrown), item);
		}
	}

	private fail(index: number, failure: NodeFailure, item?: Item): void {
		const { run, operation } = this;
		this.failures.set(index, failure);
		if (outcomeOf(failure) === 'unknown')
			if (operation.sends) item?.noteUnknown(failure);
			else failure.description = REPEATABLE_ADVICE;
		if (!run.context.continueOnFail()) return run.stop();
		const done = [...(item?.done.values() ?? [])];
		this.outputs.set(index, [...done, errorOutput(failure, index, mustBeShort(run.node))]);
	}
}

function operationOf(context: IExecuteFunctions, { resources }: NodeParts): Operation {
	const resource = context.getNodeParameter('resource', 0) as string;
	const operation = context.getNodeParameter('operation', 0) as string;
	const found = findOperation(resources, resource, operation);
	if (found) return found;
	throw new NodeOperationError(
		context.getNode(),
		`This node does not offer the operation “${operation}” of “${resource}”`,
		{ description: 'Open the node and choose a resource and an operation.' },
	);
}

async function runOperation(
	context: IExecuteFunctions,
	provider: Provider,
	operation: Operation,
	divide: Divide,
): Promise<INodeExecutionData[][]> {
	refuseAddedItem(context, divide);
	if (operation.sends) refuseKilledRun(context);
	const run = new Run(context, provider);
	try {
		const notes = new Notes(context, operation.value);
		return await new ItemRun(run, operation, notes, divide).runAll(context.getInputData().length);
	} finally {
		run.end();
	}
}

/**
 * Runs the chosen operation for every input item. Owns everything that is not about a provider: the output's
 * order, pairing and place, concurrency, stop and continue mode, and the rule that nothing is sent twice.
 *
 * @throws NodeApiError or NodeOperationError in stop mode, for the failed item with the lowest index
 */
export async function runItems(
	context: IExecuteFunctions,
	parts: NodeParts,
): Promise<INodeExecutionData[][]> {
	if (context.getInputData().length === 0) return [[]];
	const node = context.getNode();
	let divide = atOneOutput;
	try {
		const operation = operationOf(context, parts);
		divide = dividerOf(context, operation.outputs);
		return await runOperation(context, parts.provider, operation, divide);
	} catch (thrown) {
		if (!context.continueOnFail()) throw toNodeFailure(node, 0, thrown);
		// n8n passes the input on as success if a node throws in continue mode.
		const failureOf = (item: number) =>
			errorOutput(toNodeFailure(node, item, thrown), item, mustBeShort(node));
		return divide(
			context.getInputData().map((_, item) => ({ json: failureOf(item), pairedItem: { item } })),
		);
	}
}
