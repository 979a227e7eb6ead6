import type { INodeExecutionData, INodeType } from 'n8n-workflow';
import { fakeExecution, json } from './execution';
import type { Setting } from './execution';

/** Runs a node as n8n calls it, with an empty 200 for an answer unless the setting gives another. */
export async function run(node: INodeType, setting: Setting) {
	const execution = fakeExecution({ respond: () => json({}), ...setting });
	const outputs = (await node.execute!.call(execution.context)) as INodeExecutionData[][];
	return { ...execution, outputs };
}

/** The resources, and under each the operations, that the panel offers. */
export function offered({ description }: INodeType): Record<string, unknown[]> {
	const selects = description.properties.filter(({ name }) => name === 'operation');
	return Object.fromEntries(
		selects.map(({ displayOptions, options }) => [
			String(displayOptions?.show?.resource?.[0]),
			(options ?? []).map((option) => ('value' in option ? option.value : undefined)),
		]),
	);
}
