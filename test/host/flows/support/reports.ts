import axios, { type AxiosError } from 'axios';

import { deliveryReport } from '../../../providers/Ants/reports';
import { eventually } from './wait';

const ANSWER_MS = 15_000;

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
