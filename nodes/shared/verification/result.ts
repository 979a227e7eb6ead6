import type { IDataObject } from 'n8n-workflow';
import type { Claim } from './challenge';
import type { MessageKey, PageView } from './page/view';
import type { Way } from './visit';

/** What a request comes to: for an app, for a person, and for the workflow. */
export interface Result {
	/** The HTTP status. */
	status: number;
	json: IDataObject;
	view: Pick<PageView, 'step'> & Partial<PageView>;
	/** Seconds. */
	retryAfter?: number;
	/** The output that starts the workflow, if any. */
	output?: { isVerified: boolean; json: IDataObject };
	/** Milliseconds since 1970 until which the same request gets the same answer; left out if it may be tried again. */
	keptUntil?: number;
}

/** The output for a number, which looks the same at both outputs of the trigger. */
export interface Verification {
	phoneNumber: string;
	reason: string;
	attempts: number;
	reference: string;
	channel: string;
	/** What the provider said; left out if it has no part in it. */
	message?: string;
}

/** The json of an output item. */
export function outputOf({ message, ...verification }: Verification): Result['output'] {
	const { phoneNumber, reason, attempts, reference, channel } = verification;
	const isVerified = reason === 'match';
	const verifiedAt = isVerified ? new Date().toISOString() : null;
	const json = {
		phoneNumber,
		verified: isVerified,
		reason,
		attempts,
		reference,
		verifiedAt,
		channel,
	};
	return { isVerified, json: message === undefined ? json : { ...json, message } };
}

/** A request that cannot be answered for now: the person may try again later. */
export const unavailable = (from: Result['view'], status = 503): Result => ({
	status,
	json: { reason: 'unavailable' },
	view: { ...from, message: { key: 'unavailable' } },
});

/** A request that the trigger does not take, with a page from which a person can start again. */
export const refused = (status: number, reason: string, key: MessageKey = 'malformed'): Result => ({
	status,
	json: { reason },
	view: { step: 'closed', message: { key } },
});

/** The page on which a person enters the code of a challenge. */
export function codeView(
	challenge: string,
	{ phoneNumber, codeLength, provider }: Claim,
	ways: Way[],
): Result['view'] {
	const channelOf = (isOwn: boolean) =>
		ways.find(({ of }) => (of.value === provider) === isOwn)?.of.channel;
	const channel = channelOf(true);
	const other = channelOf(false);
	return {
		step: 'code',
		challenge,
		phoneNumber,
		codeLength,
		channel,
		...(other !== channel && { otherChannel: other }),
	};
}
