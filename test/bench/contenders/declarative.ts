import { NodeConnectionTypes } from 'n8n-workflow';
import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import type { ProviderCall } from './calls';
import { credentialNameOf } from './credentials';

const field = (name: string): INodeProperties => ({
	displayName: name,
	name,
	type: 'string',
	default: '',
	routing: { send: { type: 'body', property: name } },
});

/** The class of the declarative node for a call; the node's name is the same with a lower-case first letter. */
export const declarativeClassOf = ({ provider }: ProviderCall) =>
	`BenchDeclarative${provider[0].toUpperCase()}${provider.slice(1)}`;

/** The call as a node in the declarative style, which n8n recommends for REST APIs: a description without code. */
export function declarativeNodeFor(call: ProviderCall): INodeTypeDescription {
	const className = declarativeClassOf(call);
	const name = className[0].toLowerCase() + className.slice(1);
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
