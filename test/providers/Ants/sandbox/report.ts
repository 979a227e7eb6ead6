import { randomUUID } from 'node:crypto';
import type { Callback } from '../../../sandbox/callbacks';
import type { Outcome } from '../../../sandbox/settings';
import type { Otp } from './codes';

/** The outcomes of a message with the status code and name in the delivery report; the first is the usual one. */
const STATUSES: Partial<Record<Outcome, { code: number; name: string }>> = {
	delivered: { code: 3, name: 'DELIVERED' },
	undelivered: { code: 2, name: 'UNDELIVERED' },
	expired: { code: 4, name: 'EXPIRED' },
	rejected: { code: 5, name: 'REJECTED' },
};
export const ANTS_OUTCOMES = Object.keys(STATUSES) as Outcome[];

export const SENDER = 'ANTS-OTP';

/**
 * The delivery report to `notifyUrl`. ANTS does not document the level of `callbackData`; here it is at the top.
 */
export function deliveryReport(
	{ mobile, notifyUrl = '', callbackData }: Otp,
	text: string,
	outcome: Outcome,
): Callback {
	const bulkId = randomUUID();
	const messageId = randomUUID();
	const sendDate = new Date().toISOString();
	return {
		url: notifyUrl,
		outcome,
		body: (final) => {
			const status = STATUSES[final];
			if (!status) return undefined;
			const detail = {
				messageId,
				to: mobile,
				from: SENDER,
				text,
				credit: 1,
				sendDate,
				doneDate: new Date().toISOString(),
				status: { ...status, description: `The message is ${final}` },
			};
			return { bulkId, details: [detail], ...(callbackData !== undefined && { callbackData }) };
		},
	};
}
