import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { REPEATABLE_ADVICE } from '../answer/noAnswer';
import { failed, NotStarted, outcomeOf, toNodeFailure } from '../failure';
import type { NodeFailure } from '../failure';
import { isOlderN8n } from '../olderN8n';
import type { Provider } from '../provider';
import { Run } from '../request/run';
import { errorOutput, stopError } from './failedItem';
import { FinishedItems } from './finishedItems';
import { Item } from './item';
import { outputOfKilledRun } from './killedRun';
import { findOperation } from './operation';
import type { Operation, Resource } from './operation';
import { paceOf } from './pace';
import { runPool } from './pool';

/** What a node is made of: its provider and what the panel offers. */
export interface NodeParts {
	provider: Provider;
	resources: Resource[];
}

/** The items of one execution, from the first request to the output. */
class ItemRun {
	private readonly outputs = new Map<number, IDataObject[]>();

	private readonly failures = new Map<number, NodeFailure>();

	constructor(
		private readonly run: Run,
		private readonly operation: Operation,
		private readonly notes: FinishedItems,
	) {}

	async runAll(total: number): Promise<INodeExecutionData[]> {
		const { run, notes, outputs, failures } = this;
		await runPool(total, paceOf(run), run.stopped, async (index) => await this.runItem(index));
		// n8n calls a cancelled execution failed if its node throws.
		if (failures.size > 0 && !run.context.continueOnFail() && !run.isCancelled)
			throw stopError(failures, {
				total,
				finished: outputs.size,
				sends: this.operation.sends ?? false,
			});
		const output = [...outputs.entries()]
			.sort(([first], [second]) => first - second)
			.flatMap(([item, jsons]) => jsons.map((json) => ({ json, pairedItem: { item } })));
		if (!run.isCancelled) notes.dropUnlessTriedAgain(run.node, output[0]?.json);
		return output;
	}

	private async runItem(index: number): Promise<void> {
		try {
			this.outputs.set(index, await this.outputOf(index));
		} catch (thrown) {
			if (!(thrown instanceof NotStarted))
				this.fail(index, toNodeFailure(this.run.node, index, thrown));
		}
	}

	private async outputOf(index: number): Promise<IDataObject[]> {
		const { run, notes, operation } = this;
		const { output, unknown } = notes.of(index);
		if (output) return output;
		// Only a new execution, which a person asked for by Retry, may send again what may have been sent.
		if (unknown && unknown.executionId === run.context.getExecutionId())
			throw failed(run.node, index, { ...unknown, outcome: 'unknown' });
		const json = await operation.execute(new Item(run, index, notes));
		return notes.finish(index, Array.isArray(json) ? json : [json]);
	}

	/** Makes sure that no further try of this execution sends what may have been sent. */
	private keepFromResending(index: number, failure: NodeFailure): void {
		if (!this.operation.sends) {
			failure.description = REPEATABLE_ADVICE;
			return;
		}
		const { message, description } = failure;
		const executionId = this.run.context.getExecutionId();
		this.notes.add(index, { unknown: { executionId, message, description: description ?? '' } });
	}

	private fail(index: number, failure: NodeFailure): void {
		const { run, notes } = this;
		this.failures.set(index, failure);
		if (outcomeOf(failure) === 'unknown') this.keepFromResending(index, failure);
		if (!run.context.continueOnFail()) return run.stop();
		const accepted = Object.values(notes.of(index).accepted ?? {});
		const isSorted = run.node.onError === 'continueErrorOutput' && isOlderN8n(run.node);
		this.outputs.set(index, [...accepted, errorOutput(failure, index, isSorted)]);
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

/**
 * Runs a node: every input item through the chosen operation. Owns what is not about a provider: order and
 * pairing of the output, how many at once, what stops, what continues, and that nothing is sent twice.
 *
 * @throws NodeApiError or NodeOperationError in stop mode, for the first item that failed
 */
export async function runItems(
	context: IExecuteFunctions,
	parts: NodeParts,
): Promise<INodeExecutionData[][]> {
	const total = context.getInputData().length;
	if (total === 0) return [[]];
	const operation = operationOf(context, parts);
	const cutOff = operation.sends ? outputOfKilledRun(context) : undefined;
	if (cutOff) return [cutOff];
	const run = await Run.start(context, parts.provider);
	const notes = new FinishedItems(context, operation.value);
	return [await new ItemRun(run, operation, notes).runAll(total)];
}
