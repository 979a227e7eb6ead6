import { NodeConnectionTypes } from 'n8n-workflow';
import type { INodeProperties, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { calls } from './calls';
import type { ProviderCall } from './calls';
import { credentialNameOf } from './credentials';

const field = (name: string): INodeProperties => ({
	displayName: name,
	name,
	type: 'string',
	default: '',
	routing: { send: { type: 'body', property: name } },
});

function description(name: string, call: ProviderCall): INodeTypeDescription {
	return {
		displayName: name,
		name,
		group: ['output'],
		version: 1,
		description: `${call.title}, as a declarative node`,
		defaults: { name },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: credentialNameOf(call), required: true }],
		requestDefaults: {
			baseURL: '={{$credentials.baseUrl}}',
			headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
		},
		properties: [
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				default: 'send',
				options: [
					{
						name: 'Send',
						value: 'send',
						routing: { request: { method: 'POST', url: call.path } },
					},
				],
			},
			...[...Object.keys(call.fromItem), ...Object.keys(call.fixed)].map(field),
		],
	};
}

/** The calls as nodes in the style that n8n recommends for REST APIs: nothing but a description. */
export class BenchDeclarativeAntBuddy implements INodeType {
	description = description('benchDeclarativeAntBuddy', calls.antBuddy);
}

export class BenchDeclarativeAnts implements INodeType {
	description = description('benchDeclarativeAnts', calls.ants);
}

export class BenchDeclarativeCmVoice implements INodeType {
	description = description('benchDeclarativeCmVoice', calls.cmVoice);
}
