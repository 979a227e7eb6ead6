import type { ICredentialDataDecryptedObject, IDataObject, IWebhookFunctions } from 'n8n-workflow';
import { toNodeFailure } from '../failure';
import type { Provider } from '../provider';
import { Run } from '../request/run';
import type { RunFunctions } from '../request/run';
import { Item } from './item';
import type { NoteKeeper } from './notes';
import type { Operation } from './operation';

/** Milliseconds for which a person waits until a request goes out, such as for a provider that answers 429. */
const LONGEST_WAIT = 30_000;

/** A webhook's request is answered once: there is no execution whose next try could find a note. */
const noNotes: NoteKeeper = { take: () => undefined, finish: () => {}, noteUnknown: () => {} };

/**
 * What a run needs of n8n, out of a webhook's functions and plain values as parameters. n8n evaluates no expression in
 * them, because they hold what strangers type.
 */
function runFunctions(functions: IWebhookFunctions, parameters: IDataObject): RunFunctions {
	const { httpRequestWithAuthentication } = functions.helpers;
	const waiting = AbortSignal.timeout(LONGEST_WAIT);
	return {
		getNode: () => ({ ...functions.getNode(), parameters: {} }),
		getNodeParameter: ((name: string, _index: number, fallback?: unknown) =>
			parameters[name] ?? fallback) as RunFunctions['getNodeParameter'],
		getInputData: () => [],
		getWorkflowDataProxy: () => ({}) as ReturnType<RunFunctions['getWorkflowDataProxy']>,
		getContext: () => ({}),
		getCredentials: async (type) => await functions.getCredentials(type),
		getExecutionCancelSignal: () => waiting,
		continueOnFail: () => false,
		helpers: {
			httpRequestWithAuthentication: async (type, options, additional) =>
				await httpRequestWithAuthentication.call(functions, type, options, additional),
		},
	};
}

/** An item of a webhook's request, with these parameters. Call `end` when it is done. */
export function itemOf(
	functions: IWebhookFunctions,
	provider: Provider,
	credential: ICredentialDataDecryptedObject,
	parameters: IDataObject,
): { item: Item; end: () => void } {
	const run = new Run(runFunctions(functions, parameters), provider);
	return { item: new Item(run, 0, credential, noNotes), end: () => run.end() };
}

/**
 * Carries out an operation for a webhook's request, outside an execution.
 *
 * @param parameters the values of the operation's fields; text that looks like an expression stays text
 * @returns the json of the first output item
 * @throws NodeApiError or NodeOperationError, whose context has the outcome
 */
export async function runOnce(
	functions: IWebhookFunctions,
	provider: Provider,
	credential: ICredentialDataDecryptedObject,
	operation: Operation,
	parameters: IDataObject,
): Promise<IDataObject> {
	try {
		const { item, end } = itemOf(functions, provider, credential, parameters);
		const output = await operation.execute(item).finally(end);
		return [output].flat()[0];
	} catch (thrown) {
		throw toNodeFailure(functions.getNode(), 0, thrown);
	}
}
