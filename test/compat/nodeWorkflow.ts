import type { INode, INodeParameters } from 'n8n-workflow';

import type { FlowTest } from '../host/flows/support/flowTest';
import type { Execution } from '../host/n8nClient';
import { providers } from '../providers';

/** The name of the node under test. */
export const NODE = 'Node';

const TRIGGER = 'Start';

/** Executes one node of the package behind a manual trigger, as a person who tries it out would. */
export class NodeWorkflow {
	constructor(private readonly flow: FlowTest) {}

	/** @returns the finished execution, whether it succeeded or failed */
	async run(
		type: string,
		parameters: INodeParameters,
		settings: Partial<INode> = {},
	): Promise<Execution> {
		const { client, setup } = this.flow.host;
		const credentialType = providers.find(({ node }) => node === type)!.credential.type;
		const credential = setup.credentials.find((stored) => stored.type === credentialType)!;
		const shared = { typeVersion: 1, position: [0, 0] as [number, number] };
		const stored = await client.workflows.create({
			name: `${type} ${String(parameters.resource)} ${String(parameters.operation)}`,
			nodes: [
				{
					...shared,
					id: 'start',
					name: TRIGGER,
					type: 'n8n-nodes-base.manualTrigger',
					parameters: {},
				},
				{
					...shared,
					id: 'node',
					name: NODE,
					type: `n8n-nodes-voice-sms-otp.${type}`,
					parameters,
					credentials: { [credentialType]: { id: credential.id, name: credential.name } },
					...settings,
				},
			],
			connections: { [TRIGGER]: { main: [[{ node: NODE, type: 'main', index: 0 }]] } },
		});
		return await client.executions.waitFor(await client.workflows.run(stored.id, TRIGGER));
	}
}
