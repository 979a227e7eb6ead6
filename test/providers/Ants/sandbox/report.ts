import { randomUUID } from 'node:crypto';
import type { Callback } from '../../../sandbox/callbacks';
import type { Outcome } from '../../../sandbox/settings';
import type { Otp } from './codes';

/** How a message can end, and the status code and name of the delivery report for it; the first is the usual one. */
const STATUSES: Partial<Record<Outcome, { code: number; name: string }>> = {
	delivered: { code: 3, name: 'DELIVERED' },
	undelivered: { code: 2, name: 'UNDELIVERED' },
	expired: { code: 4, name: 'EXPIRED' },
	rejected: { code: 5, name: 'REJECTED' },
};
export const ANTS_OUTCOMES = Object.keys(STATUSES) as Outcome[];

export const SENDER = 'ANTS-OTP';

/**
 * The delivery report that `notifyUrl` asks for. Where `callbackData` nests is not visible in the vendor's
 * documentation; here it is at the top.
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
