import type { IDataObject } from 'n8n-workflow';
import { outcomeOf } from '../failure';
import type { NodeFailure } from '../failure';

/** How far a run got when it stopped. */
export interface Progress {
	total: number;
	finished: number;
	/** Whether the operation reaches recipients, so that "sent" is the word. */
	sends: boolean;
}

/** The index as n8n's editor writes it, which then does not add it once more. */
const itemSuffix = (index: number) => ` [item ${index}]`;

function progressSentence({ total, finished, sends }: Progress): string {
	if (total === 1) return '';
	const done = sends ? 'sent' : 'done';
	return ` ${finished} of ${total} items were ${done} before that; neither Retry On Fail nor Retry on the failed execution repeats those.`;
}

/**
 * The error that ends a run in stop mode: the failing item with the lowest index, why it failed, what to do,
 * and what was already sent.
 */
export function stopError(failures: Map<number, NodeFailure>, progress: Progress): NodeFailure {
	const index = Math.min(...failures.keys());
	const failure = failures.get(index)!;
	failure.message += itemSuffix(index);
	failure.description = `${failure.description ?? ''}${progressSentence(progress)}`.trim();
	return failure;
}

/**
 * The output of a failing item in continue mode. Its keys are those by which n8n tells an error from data, so
 * that "Continue (using error output)" sends it the right way.
 *
 * @param mustBeShort for an n8n that takes an item for an error only if it has no keys but `error` and `message`
 */
export function errorOutput(failure: NodeFailure, index: number, mustBeShort = false): IDataObject {
	const error = `${failure.message}${itemSuffix(index)}`;
	if (mustBeShort) return { error, message: failure.description || failure.message };
	const details: IDataObject = {
		description: failure.description ?? '',
		outcome: outcomeOf(failure),
		itemIndex: index,
	};
	if ('httpCode' in failure && failure.httpCode) details.httpStatus = Number(failure.httpCode);
	return { error, details };
}
