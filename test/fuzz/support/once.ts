import { readAnswer } from '../../../nodes/shared/answer/readAnswer';
import { bodyOf } from '../../unit/support/execution';
import type { Exchanged } from './operation';
import type { Subject } from './subjects';

/** Codes of connections that were not made. */
const NOT_MADE = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|EPROTO|CERT_HAS_EXPIRED)$/;

/** Statuses of proxies that got no complete answer. */
const UNKNOWN = [502, 504, 520, 522, 524, 598];

/** Whether the provider may have acted for this recipient, by what came back. */
function mayHaveActed(
	{ provider }: Subject,
	{ answer, response }: Exchanged,
	target: string,
): boolean {
	if (response === undefined) return !NOT_MADE.test(answer.lost ?? '');
	const { statusCode } = response;
	if (UNKNOWN.includes(statusCode)) return true;
	if (statusCode < 200 || statusCode >= 300) return false;
	const read = readAnswer(statusCode, response.headers, response.body);
	return !provider.refuses?.(read, target);
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
