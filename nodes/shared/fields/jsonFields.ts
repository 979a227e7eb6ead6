import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

/** An expression that is only a field of the item, as dragging a field into a parameter writes it: `{{ $json.phone }}`. */
const FIELD = /^=\{\{\s*\$json((?:\.[A-Za-z_$][\w$]*|\['[^'\\]*'\])+)\s*\}\}$/;
const KEYS = /\.([\w$]+)|\['([^']*)'\]/g;

/** The keys that lead to the field; undefined if the parameter is anything else. */
function pathOf(parameter: unknown): string[] | undefined {
	const path = typeof parameter === 'string' ? FIELD.exec(parameter)?.[1] : undefined;
	if (path === undefined) return undefined;
	return Array.from(path.matchAll(KEYS), ([, name, quoted]) => name ?? quoted);
}

/** What reading parameters takes of n8n's functions. */
export type ParameterFunctions = Pick<
	IExecuteFunctions,
	'getInputData' | 'getNode' | 'getNodeParameter' | 'getWorkflowDataProxy'
>;

/** The items of `$json`; none if `$json` is not the node's input, as in a tool of an AI agent. */
function itemsOf(context: ParameterFunctions): INodeExecutionData[] {
	try {
		const items = context.getInputData();
		return context.getWorkflowDataProxy(0).$json === items[0].json ? items : [];
	} catch {
		return [];
	}
}

/** Reads a field of an item; undefined if only n8n can evaluate it. */
export type ReadField = (
	parameter: unknown,
	index: number,
) => string | number | boolean | undefined;

/**
 * Reads fields of items without n8n's expression engine, which takes about half a millisecond for each
 * (docs/performance.md). n8n evaluates every field that is missing or that is not a text, a number or a boolean, so
 * that its result or its error is n8n's own.
 */
export function fieldReader(context: ParameterFunctions): ReadField {
	const paths = new Map<unknown, string[] | undefined>();
	let items: INodeExecutionData[] | undefined;
	return (parameter, index) => {
		if (!paths.has(parameter)) paths.set(parameter, pathOf(parameter));
		const path = paths.get(parameter);
		if (!path) return undefined;
		items ??= itemsOf(context);
		let value: unknown = items[index]?.json;
		for (const key of path) {
			if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key))
				return undefined;
			value = (value as IDataObject)[key];
		}
		return ['string', 'number', 'boolean'].includes(typeof value)
			? (value as string | number | boolean)
			: undefined;
	};
}
