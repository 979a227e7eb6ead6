import type { IDataObject } from 'n8n-workflow';
import { MASK } from '../shared/answer/mask';
import type { Report } from '../shared/callbacks/callback';
import { plainText, isRecord, listOf } from '../shared/values';
/** Status codes of ANTS' delivery reports, in words (docs/providers/ants.md#delivery-reports). */
const STATUSES = [
	'accepted',
	'pending',
	'undelivered',
	'delivered',
	'expired',
	'rejected',
	'completed',
] as const;

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

/** By code where it is a documented one, else by the name it begins with: sub-codes exist. */
function statusInWords({ code, name }: IDataObject): string {
	const byCode = /^\d$/.test(plainText(code)) ? STATUSES[Number(code)] : undefined;
	const text = plainText(name).toLowerCase();
	return byCode ?? STATUSES.find((status) => text.startsWith(status)) ?? 'unknown';
}

/** A body without the text of the message, which holds the code, however deep it stands. */
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
		status: statusInWords(status),
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
	// One report without the list around it.
	return whole.status === undefined && whole.messageId === undefined
		? []
		: [toReport(whole, whole)];
}

/**
 * Reads ANTS' delivery reports: `details` or `detail`, a list or one, each `status` an object or a list, and
 * `callbackData` wherever it nests (docs/providers/ants.md#delivery-reports).
 */
export const readDeliveryReports = (body: unknown): Report[] =>
	listOf(withoutText(body)).filter(isRecord).flatMap(reportsIn);
