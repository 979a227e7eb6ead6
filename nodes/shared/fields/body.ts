import type { IDataObject } from 'n8n-workflow';
import { isBlank, isRecord } from '../values';
import type { Field, FieldOwner } from './field';
import type { Group, PanelField } from './groups';

/** The item whose parameters the body is built from. */
interface BodySource extends FieldOwner {
	parameter(name: string, fallback: unknown): unknown;
}

const isSent = (field: Field | Group): boolean =>
	'fields' in field ? field.fields.some(isSent) : typeof field.wire === 'string';

function put(body: IDataObject, wire: string, value: unknown): void {
	const keys = wire.split('.');
	const last = keys.pop()!;
	let place = body;
	for (const key of keys) place = (place[key] ??= {}) as IDataObject;
	place[last] = value as string;
}

/** Adds the fields that the user set to the body; `values` holds their values by name. */
function putAll(
	body: IDataObject,
	owner: FieldOwner,
	fields: Array<Field | Group>,
	values: IDataObject,
): void {
	for (const field of fields.filter(isSent)) {
		const value = values[field.property.name];
		if ('fields' in field) {
			putAll(body, owner, field.fields, isRecord(value) ? value : {});
			continue;
		}
		const { wire, sentWith, property } = field;
		if (sentWith !== undefined && isBlank(values[sentWith])) continue;
		const read = field.read(owner, value) ?? (sentWith && property.default);
		if (read !== undefined) put(body, wire as string, read);
	}
}

/**
 * The body of a request: every field that the user set, under its wire name.
 *
 * @param given the values that the operation read itself, by parameter name; undefined is not sent
 * @throws NodeOperationError naming the first field whose value is not valid
 */
export function bodyOf(
	item: BodySource,
	fields: PanelField[],
	given: Record<string, unknown> = {},
): IDataObject {
	const body: IDataObject = {};
	for (const field of fields.filter(isSent)) {
		const { name, default: fallback } = field.property;
		if (!Object.hasOwn(given, name))
			putAll(body, item, [field], { [name]: item.parameter(name, fallback) as IDataObject });
		else if ('wire' in field && given[name] !== undefined)
			put(body, field.wire as string, given[name]);
	}
	return body;
}
