import axios, { type AxiosError } from 'axios';

import { eventually } from './wait';

/** The code in the text of a {@link deliveryReport}; no digits alone, which might be part of something else. */
export const REPORTED_CODE = 'K7-48213';

const ANSWER_MS = 15_000;

/** A delivery report as ANTS posts it; see docs/providers/ants.md#delivery-reports. */
export const deliveryReport = (code: number, name: string) => ({
	bulkId: 'bulk 1',
	callbackData: 'order 1',
	details: [
		{
			messageId: 'message 1',
			to: '66812348001',
			text: `Your OTP is ${REPORTED_CODE}`,
			status: { code, name },
		},
	],
});

/** A callback as CM.com posts it; see docs/providers/cm.md#callbacks. */
export const finishedCall = (code: number, description: string) => ({
	caller: '+31201234567',
	callee: '+66812348002',
	'call-id': 'call 1',
	'instruction-id': 'order 1',
	result: { code, description },
});

/** What differs between versions of n8n where delivery reports reach an execution that waits. */
export interface ReportHandling {
	/** Milliseconds between two reports: of those that come at once some versions lose one. */
	apart: number;
	/** The HTTP status for a report that comes late, when the execution waits for a page already. */
	late: number;
}

/** What {@link reportTo} gives where n8n takes a report and answers nothing. */
export const NO_ANSWER = 0;

/** Posts a delivery report to a waiting execution, again while n8n says that it still runs. @returns the HTTP status */
export async function reportTo(url: string, code: number, name: string): Promise<number> {
	return await eventually(async () => {
		const answer = axios.post(url, deliveryReport(code, name), {
			proxy: false,
			maxRedirects: 0,
			timeout: ANSWER_MS,
			validateStatus: () => true,
		});
		const { status } = await answer.catch((thrown: AxiosError) => {
			if (thrown.code === 'ECONNABORTED') return { status: NO_ANSWER };
			throw thrown;
		});
		return status === 409 ? undefined : status;
	}, 'n8n takes the report');
}
