import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { DEFAULT_CONCURRENCY } from '../../../nodes/shared/items/pace';
import { runPool } from '../../../nodes/shared/items/pool';

const text = (name: string) => ({ displayName: name, name, type: 'string' as const, default: '' });

/**
 * The minimum that a node can do: one or two parameters with expressions, and n8n's own HTTP helper with a fixed
 * header, in a pool as large as this package's. It has no credential, checks nothing and does not read the answers.
 */
export class BenchFloor implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Bench Floor',
		name: 'benchFloor',
		group: ['output'],
		version: 1,
		description: 'The floor of the benchmark',
		defaults: { name: 'Bench Floor' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [
			'url',
			'header',
			'value',
			'fixed',
			'firstName',
			'first',
			'secondName',
			'second',
		].map(text),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const read = (name: string, index = 0) => this.getNodeParameter(name, index) as string;
		const url = read('url');
		const headers = { [read('header')]: read('value') };
		const fixed = JSON.parse(read('fixed')) as IDataObject;
		const [first, second] = [read('firstName'), read('secondName')];
		const output: INodeExecutionData[] = [];
		const failures: unknown[] = [];
		const send = async (index: number) => {
			const body = {
				...{ ...fixed, [first]: read('first', index) },
				...(second !== '' && { [second]: read('second', index) }),
			};
			const answer = this.helpers.httpRequest({ method: 'POST', url, headers, body, json: true });
			output[index] = { json: (await answer) as IDataObject, pairedItem: { item: index } };
		};
		await runPool(
			this.getInputData().length,
			{ maxConcurrency: DEFAULT_CONCURRENCY },
			new AbortController().signal,
			async (index) => await send(index).catch((failure: unknown) => void failures.push(failure)),
		);
		if (failures.length > 0) throw failures[0];
		return [output];
	}
}
