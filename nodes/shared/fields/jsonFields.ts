import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

/** Nothing but a field of the item, `{{ $json.phone }}`: what dragging a field into a parameter writes. */
const FIELD = /^=\{\{\s*\$json((?:\.[A-Za-z_$][\w$]*|\['[^'\\]*'\])+)\s*\}\}$/;
const KEYS = /\.([\w$]+)|\['([^']*)'\]/g;

/** The keys that lead to the field, or undefined where the parameter is anything else. */
function pathOf(parameter: unknown): string[] | undefined {
	const path = typeof parameter === 'string' ? FIELD.exec(parameter)?.[1] : undefined;
	if (path === undefined) return undefined;
	return Array.from(path.matchAll(KEYS), ([, name, quoted]) => name ?? quoted);
}

/** The items that n8n's `$json` names; none where it is not the input: for a tool of an AI agent it is the agent's. */
function itemsOf(context: IExecuteFunctions): INodeExecutionData[] {
	try {
		const items = context.getInputData();
		return context.getWorkflowDataProxy(0).$json === items[0].json ? items : [];
	} catch {
		return [];
	}
}

/** Reads a field from an item; undefined where only n8n can say what it is. */
export type ReadField = (
	parameter: unknown,
	index: number,
) => string | number | boolean | undefined;

/**
 * Reads fields of items without n8n's expression engine, which spends about half a millisecond on each
 * (docs/performance.md). Whatever is not plainly there and plainly a text, a number or a boolean is left to n8n, and so
 * is what n8n says of it.
 */
export function fieldReader(context: IExecuteFunctions): ReadField {
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
