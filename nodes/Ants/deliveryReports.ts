import type { IDataObject } from 'n8n-workflow';
import { MASK } from '../shared/answer/mask';
import { readReports } from '../shared/callbacks/reports';
import type { Report } from '../shared/callbacks/reports';
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

/** How the name of a status begins, in any case: ANTS also sends sub-codes, and networks names of their own. */
const WORDS: Array<[RegExp, string]> = [
	[/^(undeliv|not.?deliv|delivery.?fail|fail|deleted)/i, 'undelivered'],
	[/^deliv(ered|rd)/i, 'delivered'],
	[/^accept/i, 'accepted'],
	[/^(pending|enroute|queued|buffered|submitted)/i, 'pending'],
	[/^expire/i, 'expired'],
	[/^reject/i, 'rejected'],
	[/^complete/i, 'completed'],
];

/** Finds a status by a documented code, otherwise by the start of its name. */
function statusOf({ code, name, description }: IDataObject): string {
	const byCode = /\d/.test(plainText(code)) ? STATUSES[Number(plainText(code))] : undefined;
	const texts = [name, code, description].map(plainText);
	const byWord = WORDS.find(([pattern]) => texts.some((text) => pattern.test(text)));
	return byCode ?? byWord?.[1] ?? 'unknown';
}

/** Masks the text of the message, which contains the code, at any depth of a body. */
function withoutText(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutText);
	if (!isRecord(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [key, key === 'text' ? MASK : withoutText(inner)]),
	);
}

const CODE = /(?<!\d)\d{4,10}(?!\d)/g;

/** Masks what may be the code: digits in a text of several words, which may be the message under another name. */
function withoutCodes(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutCodes);
	if (typeof value === 'string')
		return /\p{L}/u.test(value) && /\s/.test(value) ? value.replace(CODE, MASK) : value;
	if (!isRecord(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [key, withoutCodes(inner)]),
	);
}

function toReport(detail: IDataObject, around: IDataObject): Report {
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
		bulkId: around.bulkId ?? detail.bulkId ?? null,
		callbackData: detail.callbackData ?? around.callbackData ?? null,
		report: detail,
	};
}

const isReport = ({ status, messageId }: IDataObject) =>
	status !== undefined || messageId !== undefined;

/**
 * Reads ANTS' delivery reports: one or several under `details` or `detail`, `status` as an object or a list, and
 * `callbackData` in the report or beside the list (docs/providers/ants.md#delivery-reports).
 */
export const readDeliveryReports = (body: unknown): Report[] =>
	readReports(withoutText(body), { isReport, toReport, mask: withoutCodes });
