import type { IDataObject } from 'n8n-workflow';
import { ants } from '../../../nodes/Ants/provider';
import { readAnswer } from '../../../nodes/shared/answer/readAnswer';
import { plainText } from '../../../nodes/shared/values';
import { bodyOf } from '../../unit/support/execution';
import type { Exchanged } from './operation';
import type { Subject } from './subjects';

/** Codes of connections that were not made. */
const NOT_MADE = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|EPROTO|CERT_HAS_EXPIRED)$/;

const digits = (text: unknown) => plainText(text).replace(/\D/g, '');

/** Whether CM.com says of this recipient, or of nobody by name, that there is no call. */
function isRefusedByCm(body: unknown, target: string): boolean {
	const events = [body].flat() as Array<IDataObject | null>;
	const refused = events.filter((event) => /^\s*false\s*$/i.test(plainText(event?.success)));
	const named = refused.filter((event) => digits(event?.callee) === digits(target));
	return named.length > 0 || (refused.length > 0 && named.length < refused.length);
}

/** Whether the provider may have acted for this recipient, by what came back. */
function mayHaveActed(
	{ provider }: Subject,
	{ answer, response }: Exchanged,
	target: string,
): boolean {
	if (response === undefined) return !NOT_MADE.test(answer.lost ?? '');
	const { statusCode } = response;
	if (statusCode === 504) return true;
	if (statusCode < 200 || statusCode >= 300) return false;
	const read = readAnswer(statusCode, response.headers, response.body);
	if (provider === 'ANTS') return ants.readRefusal(read) === undefined;
	return provider === 'CM.com' ? !isRefusedByCm(read.body, target) : true;
}

/** Throws where somebody is sent to again whom an earlier request may have reached. */
export function expectSentOnce(subject: Subject, exchanged: Exchanged[]): void {
	const reached = new Map<string, number>();
	for (const [nth, entry] of exchanged.entries())
		for (const target of subject.targetsIn(bodyOf(entry.request))) {
			const before = reached.get(target);
			if (before !== undefined)
				throw new Error(`${target} may have been reached by request ${before}, and is by ${nth}`);
			if (mayHaveActed(subject, entry, target)) reached.set(target, nth);
		}
}
