import Ajv from 'ajv';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { MASK } from '../../../nodes/shared/answer/mask';
import type { OperationCase } from '../../providers';
import { schemaOf } from '../../support/package';
import { expectPlainFailure } from './words';

const ajv = new Ajv({ allErrors: true, jsonPointers: true });
const compiled = new Map<string, ReturnType<typeof ajv.compile>>();

function validatorOf({ type, parameters: { resource, operation } }: Promising) {
	const key = `${type} ${String(resource)} ${String(operation)}`;
	const validate =
		compiled.get(key) ?? ajv.compile(schemaOf(type, String(resource), String(operation)));
	compiled.set(key, validate);
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

/** The operation whose output it is. */
export type Promising = Pick<OperationCase, 'type' | 'parameters' | 'own'>;

/**
 * The output satisfies its schema. A field of the provider's may have another type only where the provider gave it
 * that very value, or where the value was masked: nodes keep what a provider says as it is (docs/reference.md).
 */
export function expectOutput(
	json: IDataObject,
	promising: Promising,
	isGiven: (value: unknown) => boolean,
): void {
	const validate = validatorOf(promising);
	if (validate(json)) return;
	for (const { dataPath, message } of validate.errors ?? []) {
		const [, field] = dataPath.split('/');
		const value = at(json, dataPath);
		if (promising.own.includes(field) || !(value === MASK || isGiven(value)))
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
