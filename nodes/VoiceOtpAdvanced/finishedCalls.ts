import type { IDataObject } from 'n8n-workflow';
import { readReports } from '../shared/callbacks/reports';
import type { Report } from '../shared/callbacks/reports';
import { isRecord, plainText } from '../shared/values';

/** The statuses of a finished call by the result code in CM.com's callback (docs/providers/cm.md#callbacks). */
const STATUSES: Record<number, string> = {
	9: 'notAnswered',
	10: 'finished',
	11: 'failed',
	12: 'rejected',
};

/** How a result begins that has no documented code, in any case. */
const WORDS: Array<[RegExp, string]> = [
	[/^(cancel|no.?answer|not.?answer)/i, 'notAnswered'],
	[/^(finish|complete)/i, 'finished'],
	[/^fail/i, 'failed'],
	[/^reject/i, 'rejected'],
];

function statusOf({ code, description }: IDataObject): string {
	const byCode = /\d/.test(plainText(code)) ? STATUSES[Number(plainText(code))] : undefined;
	const texts = [plainText(code), plainText(description)];
	const byWord = WORDS.find(([pattern]) => texts.some((text) => pattern.test(text)));
	return byCode ?? byWord?.[1] ?? 'unknown';
}

/** The options of the trigger's Statuses field. */
export const statusOptions = [
	{ name: 'Failed', value: 'failed' },
	{ name: 'Finished', value: 'finished' },
	{ name: 'Not Answered', value: 'notAnswered' },
	{ name: 'Rejected', value: 'rejected' },
	{ name: 'Unknown', value: 'unknown' },
];

function toReport(event: IDataObject): Report {
	const result = isRecord(event.result) ? event.result : { code: event.result };
	return {
		status: statusOf(result),
		code: result.code ?? null,
		description: result.description ?? null,
		callId: event['call-id'] ?? null,
		instructionId: event['instruction-id'] ?? null,
		// n8n's expressions cannot read fields named caller or callee.
		callerNumber: event.caller ?? null,
		phoneNumber: event.callee ?? null,
		sipDisconnectCode: result['sip-disconnect-code'] ?? null,
		sipDisconnectReason: result['sip-disconnect-reason'] ?? null,
		report: event,
	};
}

const isReport = (event: IDataObject) =>
	event['call-id'] !== undefined || event.result !== undefined;

/** Reads CM.com's callbacks: one event or several, of any type (docs/providers/cm.md#callbacks). */
export const readFinishedCalls = (body: unknown): Report[] =>
	readReports(body, { isReport, toReport });
