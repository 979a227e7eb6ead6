import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

/** One of n8n's own nodes. */
export const nodeOf = (
	name: string,
	type: string,
	typeVersion: number,
	parameters: IDataObject,
): INode => ({
	...{ id: name, name, type: `n8n-nodes-base.${type}`, typeVersion },
	parameters: parameters as INodeParameters,
	position: [0, 0],
});

/** An If node that checks whether two texts are equal. */
export const ifEqual = (name: string, leftValue: string, rightValue: string) =>
	nodeOf(name, 'if', 2.2, {
		conditions: {
			options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
			conditions: [
				{
					...{ id: 'equal', leftValue, rightValue },
					operator: { type: 'string', operation: 'equals' },
				},
			],
			combinator: 'and',
		},
	});
