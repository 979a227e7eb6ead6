import type { NodeHint } from 'n8n-workflow';

/** Whether the editor shows a hint of a node whose fields hold these values. */
export function isShown({ displayCondition = '' }: NodeHint, parameters: object): boolean {
	const [, condition] = /^=\{\{(.*)\}\}$/.exec(displayCondition)!;
	const evaluate = new Function('$parameter', `return ${condition}`) as (from: object) => unknown;
	return evaluate(parameters) === true;
}
