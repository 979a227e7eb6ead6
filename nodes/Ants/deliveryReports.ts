import type { IDataObject } from 'n8n-workflow';
import { MASK } from '../shared/answer/mask';
import type { Report } from '../shared/callbacks/callback';
import { plainText, isRecord, listOf } from '../shared/values';

/** The statuses of ANTS' delivery reports in the order of their codes (docs/providers/ants.md#delivery-reports). */
const STATUSES = [
	'accepted',
	'pending',
	'undelivered',
	'delivered',
	'expired',
	'rejected',
	'completed',
] as const;

/** The options of the trigger's Statuses field. */
export const statusOptions = [
	{ name: 'Accepted', value: 'accepted' },
	{ name: 'Completed', value: 'completed' },
	{ name: 'Delivered', value: 'delivered' },
	{ name: 'Expired', value: 'expired' },
	{ name: 'Pending', value: 'pending' },
	{ name: 'Rejected', value: 'rejected' },
	{ name: 'Undelivered', value: 'undelivered' },
	{ name: 'Unknown', value: 'unknown' },
];

/** Finds a status by a documented code, otherwise by the start of its name: ANTS also sends sub-codes. */
function statusOf({ code, name }: IDataObject): string {
	const byCode = /^\d$/.test(plainText(code)) ? STATUSES[Number(code)] : undefined;
	const text = plainText(name).toLowerCase();
	return byCode ?? STATUSES.find((status) => text.startsWith(status)) ?? 'unknown';
}

/** Masks the text of the message, which contains the code, at any depth of a body. */
function withoutText(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutText);
	if (!isRecord(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [key, key === 'text' ? MASK : withoutText(inner)]),
	);
}

function toReport(detail: IDataObject, whole: IDataObject): Report {
	const [first] = listOf(detail.status);
	const status = isRecord(first) ? first : { code: first as string, name: first as string };
	return {
		status: statusOf(status),
		statusCode: status.code ?? null,
		statusName: status.name ?? null,
		statusDescription: status.description ?? null,
		messageId: detail.messageId ?? null,
		to: detail.to ?? null,
		sendDate: detail.sendDate ?? null,
		doneDate: detail.doneDate ?? null,
		bulkId: whole.bulkId ?? detail.bulkId ?? null,
		callbackData: detail.callbackData ?? whole.callbackData ?? null,
		report: detail,
	};
}

function reportsIn(whole: IDataObject): Report[] {
	const details = listOf(whole.details ?? whole.detail).filter(isRecord);
	if (details.length > 0) return details.map((detail) => toReport(detail, whole));
	// A single report without a list around it.
	return whole.status === undefined && whole.messageId === undefined
		? []
		: [toReport(whole, whole)];
}

/**
 * Reads ANTS' delivery reports: one or several under `details` or `detail`, `status` as an object or a list, and
 * `callbackData` in the report or beside the list (docs/providers/ants.md#delivery-reports).
 */
export const readDeliveryReports = (body: unknown): Report[] =>
	listOf(withoutText(body)).filter(isRecord).flatMap(reportsIn);
