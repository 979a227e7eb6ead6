import type { IDataObject } from 'n8n-workflow';
import type { Report } from '../shared/callbacks/callback';
import { plainText, isRecord, listOf } from '../shared/values';

/** The statuses of a finished call by the result code in CM.com's callback (docs/providers/cm.md#callbacks). */
const STATUSES = new Map([
	['9', 'notAnswered'],
	['10', 'finished'],
	['11', 'failed'],
	['12', 'rejected'],
]);

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
		status: STATUSES.get(plainText(result.code)) ?? 'unknown',
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

const isCallEvent = (value: unknown): value is IDataObject =>
	isRecord(value) && (value['call-id'] !== undefined || value.result !== undefined);

/** Reads CM.com's callbacks: one event or a list of events of any type (docs/providers/cm.md#callbacks). */
export const readFinishedCalls = (body: unknown): Report[] =>
	listOf(body).filter(isCallEvent).map(toReport);
