import axios, { type AxiosError } from 'axios';

import { deliveryReport } from '../../../providers/Ants/reports';
import { eventually } from './wait';

const ANSWER_MS = 15_000;

/** How a version of n8n handles delivery reports to a waiting execution. */
export interface ReportHandling {
	/** Milliseconds between two reports: some versions lose one of two that arrive at the same time. */
	apart: number;
	/** The HTTP status for a late report, when the execution already waits for a form page. */
	late: number;
}

/** {@link reportTo} returns this when n8n takes a report and does not answer. */
export const NO_ANSWER = 0;

/**
 * Posts a delivery report to a waiting execution, and repeats it while n8n answers that the execution is running.
 *
 * @returns the HTTP status
 */
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
