import type { IDataObject } from 'n8n-workflow';
import { shorten } from '../../shared/answer/refusal';
import { messageIn } from '../../shared/answer/words';
import type { IssuedCode } from '../../shared/codes/code';
import type { Item } from '../../shared/items/item';
import { plainText, isRecord } from '../../shared/values';

/** A request for calls and its answer. */
interface Calls {
	/** All recipients of the item, including those that an earlier try reached. */
	recipients: string[];
	/** The recipients of this request. */
	asked: string[];
	issued: IssuedCode;
	answer: IDataObject | unknown[];
}

const isRefused = ({ success }: IDataObject) => plainText(success).toLowerCase() === 'false';

const digits = (value: unknown) => plainText(value).replace(/\D/g, '');

/** Matches events to recipients by callee, otherwise by position; undefined if an event matches none. */
function matchRecipients(asked: string[]) {
	const byDigits = new Map(asked.map((recipient) => [digits(recipient), recipient]));
	byDigits.delete('');
	return (event: IDataObject, place: number): string | undefined =>
		byDigits.get(digits(event.callee)) ?? asked[place];
}

const wordsIn = (body: IDataObject) =>
	shorten(messageIn({ status: 200, headers: {}, bodyKind: 'JSON', body }));

const reasonOf = ({ error, message }: IDataObject): string =>
	wordsIn({ error }) || wordsIn({ message }) || 'no reason given';

/**
 * One output for each accepted call. CM.com answers one callee with an event and several with a list of events;
 * `success: false` comes with a 2xx status and is a refusal (docs/providers/cm.md#answers).
 *
 * @throws NodeApiError if CM.com refused a recipient; the accepted ones are noted first, so that no later try calls them
 */
export async function outputsOf(item: Item, calls: Calls): Promise<IDataObject[]> {
	const { recipients, asked, issued, answer } = calls;
	const events = (Array.isArray(answer) ? answer : [answer]).filter(isRecord);
	if (events.length === 0) throw item.unclearAnswer('a list without calls');
	const recipientOf = matchRecipients(asked);
	const refusals: string[] = [];
	for (const [place, event] of events.entries()) {
		const recipient = recipientOf(event, place);
		if (recipient === undefined) continue;
		if (isRefused(event)) refusals.push(`${recipient}: ${reasonOf(event)}`);
		else item.noteAccepted(recipient, { ...event, ...(await issued.proofFor(recipient)) });
	}
	if (refusals.length > 0) {
		const isPartial = refusals.length < events.length;
		throw item.refused(
			refusals.join('; '),
			`Check Callees and Caller, and what your CM.com account may call.${isPartial ? ' The other recipients were called, and are not called again by a retry.' : ''}`,
			200,
		);
	}
	const known = recipients.filter((recipient) => item.isAccepted(recipient));
	return known.map((recipient) => item.accepted[recipient]);
}
