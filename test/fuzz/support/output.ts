import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { MASK } from '../../../nodes/shared/answer/mask';
import { expectPlainFailure } from './words';

const ajv = new Ajv({ allErrors: true, jsonPointers: true });
const compiled = new Map<string, ReturnType<typeof ajv.compile>>();

function schemaOf(node: string, resource: string, operation: string) {
	const file = path.join(node, '__schema__/v1.0.0', resource, `${operation}.json`);
	const validate =
		compiled.get(file) ??
		ajv.compile(
			JSON.parse(readFileSync(path.join(__dirname, '../../../nodes', file), 'utf8')) as object,
		);
	compiled.set(file, validate);
	return validate;
}

const at = (json: unknown, pointer: string): unknown =>
	pointer
		.split('/')
		.slice(1)
		.reduce<unknown>((inner, key) => (inner as IDataObject)[key], json);

/** What n8n can store and hand on: JSON, and nothing that would become something else by it. */
export function expectJson(value: unknown, depth = 0): void {
	if (depth > 200) throw new Error('An output that is nested deeper than n8n can store');
	if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return;
	const isPlain =
		Array.isArray(value) ||
		(typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype);
	if (!isPlain) throw new Error(`An output that is no JSON: ${typeof value} ${String(value)}`);
	for (const inner of Object.values(value)) expectJson(inner, depth + 1);
}

/** What an operation's output has to be. */
export interface Promised {
	/** The node's folder. */
	node: string;
	resource: string;
	operation: string;
	/** The fields that the node makes itself; the others are the provider's. */
	own: string[];
}

/**
 * The output satisfies its schema. A field of the provider's may have another type only where the provider gave it
 * that very value, or where the value was masked: nodes keep what a provider says as it is (docs/reference.md).
 */
export function expectOutput(
	json: IDataObject,
	{ node, resource, operation, own }: Promised,
	isGiven: (value: unknown) => boolean,
): void {
	const validate = schemaOf(node, resource, operation);
	if (validate(json)) return;
	for (const { dataPath, message } of validate.errors ?? []) {
		const [, field] = dataPath.split('/');
		const value = at(json, dataPath);
		if (own.includes(field) || !(value === MASK || isGiven(value)))
			throw new Error(`${dataPath} ${message}, but is ${JSON.stringify(value)}`);
	}
}

const isFailed = ({ error, details, ...rest }: IDataObject): boolean =>
	typeof error === 'string' &&
	Object.keys(rest).length === 0 &&
	typeof (details as IDataObject | undefined)?.outcome === 'string';

/** Every item of the output names its input item, in their order, and is an output or says what went wrong. */
export function expectOutputs(
	outputs: INodeExecutionData[],
	items: number,
	expectJsonOf: (json: IDataObject) => void,
): void {
	let last = 0;
	for (const { json, pairedItem } of outputs) {
		const { item } = pairedItem as { item: number };
		if (!(item >= last && item < items)) throw new Error(`Item ${item} comes after item ${last}`);
		last = item;
		expectJson(json);
		if (!isFailed(json)) expectJsonOf(json);
		else {
			const { description, outcome, itemIndex } = json.details as IDataObject;
			expectPlainFailure({ message: String(json.error), description, outcome, itemIndex }, items);
		}
	}
}
