import type { IDataObject } from 'n8n-workflow';
import { outcomeOf } from '../failure';
import type { NodeFailure } from '../failure';

/** How far a run got before it stopped. */
export interface Progress {
	total: number;
	finished: number;
	/** Whether the operation sends: the message then says "sent" instead of "done". */
	sends: boolean;
}

/** The index in the form of n8n's editor, which then does not append it again. */
const itemSuffix = (index: number) => ` [item ${index}]`;

function progressSentence({ total, finished, sends }: Progress): string {
	if (total === 1) return '';
	if (!sends) return ` ${finished} of ${total} items were done before that.`;
	return ` ${finished} of ${total} items were sent before that; neither Retry On Fail nor Retry on the failed execution repeats those.`;
}

/** The most item indexes in a message. */
const MOST_NAMED = 20;

/** Names the items whose outcome is unknown, because the user has to look them up before pressing Retry. */
function unknownSentence(failures: Map<number, NodeFailure>): string {
	const isUnknown = ([, failure]: [number, NodeFailure]) => outcomeOf(failure) === 'unknown';
	const items = [...failures].filter(isUnknown).map(([index]) => index);
	if (items.length === 0) return '';
	const named = items.sort((one, other) => one - other).slice(0, MOST_NAMED);
	const more = items.length > named.length ? ` and ${items.length - named.length} more` : '';
	const whose = items.length === 1 ? '1 item has' : `${items.length} items have`;
	return ` ${whose} an unknown outcome: ${named.join(', ')}${more}.`;
}

/**
 * The error that ends a run in stop mode: which item failed (the lowest index of several), why, what to do next,
 * how many items were already sent, and which ones have an unknown outcome.
 */
export function stopError(failures: Map<number, NodeFailure>, progress: Progress): NodeFailure {
	const index = Math.min(...failures.keys());
	const failure = failures.get(index)!;
	failure.message += itemSuffix(index);
	failure.description = `${failure.description ?? ''}${progressSentence(progress)}${
		progress.total > 1 && progress.sends ? unknownSentence(failures) : ''
	}`.trim();
	return failure;
}

/**
 * The output of a failed item in continue mode. n8n recognizes an error by these keys, so that "Continue (using
 * error output)" puts the item on the error output.
 *
 * @param mustBeShort for an n8n that recognizes an error only by the keys `error` and `message` and no others
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

const ERROR_KEYS = ['error', 'message', 'details'];

/** Whether n8n takes the json of an output item for an error, as its error output does. */
export const isErrorOutput = (json: IDataObject): boolean =>
	Boolean(json.error) && Object.keys(json).every((key) => ERROR_KEYS.includes(key));
