import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

/** The json of the recipient with this index: a valid mobile number of its own, and a code. */
export const recipient = (prefix: string, index: number) => ({
	number: `${prefix}${1_000_000 + index}`,
	code: String(100_000 + (index % 900_000)),
});

/** Outputs the items; n8n's Code node would pass them from another process instead. */
export class BenchRecipients implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Bench Recipients',
		name: 'benchRecipients',
		group: ['transform'],
		version: 1,
		description: 'Makes recipients for the benchmark',
		defaults: { name: 'Bench Recipients' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [
			{ displayName: 'Count', name: 'count', type: 'number', default: 1 },
			{ displayName: 'Prefix', name: 'prefix', type: 'string', default: '' },
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const count = this.getNodeParameter('count', 0) as number;
		const prefix = this.getNodeParameter('prefix', 0) as string;
		const json = Array.from({ length: count }, (_, index) => recipient(prefix, index));
		return [json.map((fields) => ({ json: fields, pairedItem: { item: 0 } }))];
	}
}
