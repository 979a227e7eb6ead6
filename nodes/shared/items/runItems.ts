import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { REPEATABLE_ADVICE } from '../answer/noAnswer';
import { failed, NotStarted, outcomeOf, toNodeFailure } from '../failure';
import type { NodeFailure } from '../failure';
import { errorOutputTakesDetails } from '../olderN8n';
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

/** The parts in which nodes differ: the provider and the resources in the panel. */
export interface NodeParts {
	provider: Provider;
	resources: Resource[];
}

/** One run of the node over all its items. */
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
		// n8n marks a cancelled execution as failed if the node throws.
		if (failures.size > 0 && !run.context.continueOnFail() && !run.isCancelled)
			throw stopError(failures, {
				total,
				finished: outputs.size,
				sends: this.operation.sends ?? false,
			});
		const output = [...outputs.entries()]
			.sort(([first], [second]) => first - second)
			.flatMap(([item, jsons]) => jsons.map((json) => ({ json, pairedItem: { item } })));
		if (!run.isCancelled) notes.end(run.node, output[0]?.json);
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
		// Only a new execution, which a user starts with Retry, may repeat a request with an unknown outcome.
		if (unknown && unknown.executionId === run.context.getExecutionId())
			throw failed(run.node, index, { ...unknown, outcome: 'unknown' });
		const isLeftOut = operation.worksWithoutCredential && !run.hasCredential;
		const credential = isLeftOut ? {} : await run.credentialFor(index);
		const json = await operation.execute(new Item(run, index, credential, notes));
		return notes.finish(index, Array.isArray(json) ? json : [json]);
	}

	/** Keeps later tries of this execution from repeating a request that may have been processed. */
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
		const mustBeShort = run.node.onError === 'continueErrorOutput' && !errorOutputTakesDetails();
		this.outputs.set(index, [...accepted, errorOutput(failure, index, mustBeShort)]);
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
 * Runs the chosen operation for every input item. Owns everything that is not about a provider: the output's
 * order and pairing, concurrency, stop and continue mode, and the rule that nothing is sent twice.
 *
 * @throws NodeApiError or NodeOperationError in stop mode, for the failed item with the lowest index
 */
export async function runItems(
	context: IExecuteFunctions,
	parts: NodeParts,
): Promise<INodeExecutionData[][]> {
	const total = context.getInputData().length;
	if (total === 0) return [[]];
	const operation = operationOf(context, parts);
	const killed = operation.sends ? outputOfKilledRun(context) : undefined;
	if (killed) return [killed];
	const run = new Run(context, parts.provider);
	try {
		const notes = new FinishedItems(context, operation.value);
		return [await new ItemRun(run, operation, notes).runAll(total)];
	} finally {
		run.end();
	}
}
