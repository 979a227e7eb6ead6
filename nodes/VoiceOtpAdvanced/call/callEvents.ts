import type { IDataObject } from 'n8n-workflow';
import { shorten } from '../../shared/answer/refusal';
import { carriesRefusal } from '../../shared/answer/signs';
import { messageIn } from '../../shared/answer/words';
import type { IssuedCode } from '../../shared/codes/code';
import type { Finish, Item } from '../../shared/items/item';
import type { Answer } from '../../shared/provider';
import { isRecord, plainText } from '../../shared/values';
import { matchEvents } from './matchEvents';

/** A request for calls and its answer. */
interface Calls {
	/** The recipients of this request. */
	recipients: string[];
	/** The recipients of this request that CM.com may skip as invalid. */
	skipped: string[];
	issued: IssuedCode;
	answer: Answer;
}

const isSuccess = ({ success }: IDataObject) => /^(true|1)$/i.test(plainText(success));

/** Only an accepted call has an ID. */
const isYes = (event: IDataObject) => isSuccess(event) || plainText(event['call-id']) !== '';

const isNo = (event: IDataObject) => !isSuccess(event) && carriesRefusal(event);

/** The events of a 2xx answer. A refusal of the whole request is not an event: it names no call and no callee. */
function eventsIn({ status, body }: Answer): IDataObject[] {
	if (status >= 300 || body === undefined) return [];
	if (Array.isArray(body)) return body.filter(isRecord);
	const list = [body.events, body.calls, body.results, body.data].find(Array.isArray);
	if (list) return (list as unknown[]).filter(isRecord);
	return isYes(body) || plainText(body.callee) !== '' ? [body] : [];
}

const wordsIn = (body: IDataObject) =>
	shorten(messageIn({ status: 200, headers: {}, bodyKind: 'JSON', body }));

const reasonOf = ({ error, message }: IDataObject): string =>
	wordsIn({ error }) || wordsIn({ message }) || 'no reason given';

/** The output for a recipient that CM.com skipped as invalid. */
const toLeftOut = (phoneNumber: string): IDataObject => ({
	phoneNumber,
	success: false,
	error: 'CM.com left this number out because it is not valid',
	outcome: 'refused',
});

/** Whether an output of {@link readEvents} is that of a recipient whom CM.com left out. */
export const isLeftOut = ({ success }: IDataObject): boolean => success === false;

const CHECK = 'Check Callees and Caller, and what your CM.com account may call.';

/**
 * Finishes each recipient whose call was accepted, or whom CM.com left out as it was asked to. CM.com answers one callee
 * with an event and several with a list of events; `success: false` comes with a 2xx status and is a refusal
 * (docs/providers/cm.md#answers).
 *
 * @throws NodeApiError if CM.com refused a recipient, or no event reports on it; the accepted ones are finished
 * first, so that no later try calls them
 */
export async function readEvents(
	item: Item,
	{ recipients, skipped, issued, answer }: Calls,
	finish: Finish,
): Promise<void> {
	const events = eventsIn(answer);
	if (events.length === 0) {
		item.jsonOf(answer);
		throw item.unclearAnswer('JSON without calls', answer.status);
	}
	const refusals: string[] = [];
	const unknown: string[] = [];
	const leftOut: string[] = [];
	for (const [recipient, event] of matchEvents(recipients, events)) {
		if (event && isNo(event)) refusals.push(`${recipient}: ${reasonOf(item.mask(event))}`);
		else if (event && isYes(event))
			finish(recipient, { ...item.mask(event), ...(await issued.proofFor(recipient)) });
		else (skipped.includes(recipient) ? leftOut : unknown).push(recipient);
	}
	const called =
		item.done.size > 0
			? ' The other recipients were called, and are not called again by a retry.'
			: '';
	if (unknown.length > 0) {
		const told = [unknown.join(', '), ...refusals.map((refusal) => `refused: ${refusal}`)];
		throw item.unclearAnswer(`no word about ${told.join('; ')}`, answer.status, called);
	}
	if (refusals.length > 0)
		throw item.refused(refusals.join('; '), `${CHECK}${called}`, answer.status);
	if (item.done.size === 0)
		throw item.refused(`no valid number in ${leftOut.join(', ')}`, CHECK, answer.status);
	for (const recipient of leftOut) finish(recipient, toLeftOut(recipient));
}
