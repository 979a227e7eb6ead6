import { fieldReader } from './jsonFields';
import type { ParameterFunctions } from './jsonFields';

/** Reads a parameter for an item; returns the fallback if the workflow does not contain the parameter. */
export type ReadParameter = (name: string, index: number, fallback?: unknown) => unknown;

/** An expression whose value is the same for all items of a run: `{{ $vars.sender }}`, `{{ $('Set').first().json.id }}`. */
const SAME_FOR_ALL =
	/^=\{\{\s*\$(?:vars|env|workflow|\('[^'\\]*'\)\.(?:first|last)\(\)\.json)(?:\.[A-Za-z_$][\w$]*)+\s*\}\}$/;

function dependsOnItem(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=') && !SAME_FOR_ALL.test(value);
	if (value === null || typeof value !== 'object') return false;
	return Object.values(value).some(dependsOnItem);
}

/**
 * Reads parameters with as few calls to n8n as possible. A parameter that no item changes is read once for the run,
 * and a field of the item is read by {@link fieldReader}. n8n takes about half a millisecond for an expression and a
 * part of that for a plain value, for each item (docs/performance.md).
 */
export function parameterReader(context: ParameterFunctions): ReadParameter {
	const { parameters } = context.getNode();
	const constants = new Map<string, unknown>();
	const readField = fieldReader(context);
	return (name, index, fallback) => {
		if (constants.has(name)) return constants.get(name);
		const field = readField(parameters[name], index);
		if (field !== undefined) return field;
		const value = context.getNodeParameter(name, index, fallback) as unknown;
		if (!dependsOnItem(parameters[name])) constants.set(name, value);
		return value;
	};
}
