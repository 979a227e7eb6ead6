import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../values';

/** The json of an output item of the trigger, which filters reports by `status`. */
export type Report = IDataObject & { status: string };

/** How a provider's reports look. */
export interface ReportForm {
	/** Whether an object is one report, not something around it. */
	isReport(record: IDataObject): boolean;
	/** @param around the fields of the objects that the report stands in */
	toReport(record: IDataObject, around: IDataObject): Report;
	/** Masks codes in a body that is not understood; left out if a provider reports none. */
	mask?(body: unknown): unknown;
}

/** Keys under which APIs put one report or a list of reports. */
const WRAPPERS = ['details', 'detail', 'results', 'result', 'events', 'event', 'reports', 'data'];

/** Levels; documented bodies have two. */
const MAXIMUM_DEPTH = 6;

function found(form: ReportForm, value: unknown, around: IDataObject, depth: number): Report[] {
	if (depth === 0) return [];
	if (Array.isArray(value))
		return value.flatMap((inner: unknown) => found(form, inner, around, depth - 1));
	if (!isRecord(value)) return [];
	const within = { ...around, ...value };
	const inner = WRAPPERS.flatMap((key) => found(form, value[key], within, depth - 1));
	if (inner.length > 0) return inner;
	return form.isReport(value) ? [form.toReport(value, around)] : [];
}

/** Whether a body says nothing, at any depth: a provider that only tries the address sends such a one. */
const isEmpty = (value: unknown): boolean =>
	value !== null && typeof value === 'object'
		? Object.values(value).every(isEmpty)
		: value === undefined || value === null || value === '';

/**
 * The reports in a body: one or several, in lists and under the usual keys. A body that is not understood becomes one
 * report of the status `unknown`, because its sender knew the token; an empty one becomes none.
 */
export function readReports(body: unknown, form: ReportForm): Report[] {
	const reports = found(form, body, {}, MAXIMUM_DEPTH);
	if (reports.length > 0 || isEmpty(body)) return reports;
	const report = form.mask ? form.mask(body) : body;
	return [{ ...form.toReport({}, {}), report: report as IDataObject }];
}
