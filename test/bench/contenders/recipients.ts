import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { account as ants } from '../../providers/Ants/sandbox';

/** The json of recipient 0, 1, 2, …: a valid mobile number of its own and a code. */
export const recipient = (index: number) => {
	const subscriber = String(1_000_000 + index);
	return {
		// Vietnam for the calls, Thailand for the messages, each in the form its provider wants.
		national: `091${subscriber}`,
		e164: `+8491${subscriber}`,
		digits: `6681${subscriber}`,
		code: String(100_000 + (index % 900_000)),
		otcId: ants.otcId,
	};
};

/** Makes the items: a node, because n8n's Code node would hand them over from another process. */
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
		properties: [{ displayName: 'Count', name: 'count', type: 'number', default: 1 }],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const count = this.getNodeParameter('count', 0) as number;
		const json = Array.from({ length: count }, (_, index) => recipient(index));
		return [json.map((fields) => ({ json: fields, pairedItem: { item: 0 } }))];
	}
}
