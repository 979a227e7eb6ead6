import type { IExecuteFunctions } from 'n8n-workflow';
import { fieldReader } from './jsonFields';

/** Reads one parameter for one item; the fallback stands in where a workflow does not have it. */
export type ReadParameter = (name: string, index: number, fallback?: unknown) => unknown;

function holdsExpression(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=');
	if (value === null || typeof value !== 'object') return false;
	return Object.values(value).some(holdsExpression);
}

/**
 * Reads parameters, evaluating those that hold no expression once for the run, and leaving to n8n only what is more
 * than a field of the item: n8n spends about half a millisecond on an expression and a part of that on a plain value,
 * per item (docs/performance.md).
 */
export function parameterReader(context: IExecuteFunctions): ReadParameter {
	const { parameters } = context.getNode();
	const constants = new Map<string, unknown>();
	const readField = fieldReader(context);
	return (name, index, fallback) => {
		if (constants.has(name)) return constants.get(name);
		const field = readField(parameters[name], index);
		if (field !== undefined) return field;
		const value = context.getNodeParameter(name, index, fallback) as unknown;
		if (!holdsExpression(parameters[name])) constants.set(name, value);
		return value;
	};
}
