import path from 'node:path';

import { operationsOf } from '../docs/described';
import { descriptionOf } from '../docs/nodes';
import { providers } from '../providers';
import { fileOfNode } from '../support/package';
import type { WorkflowData } from './n8nClient';

/** The descriptions of the nodes that have operations. */
export const actionNodes = providers.map(({ node }) => descriptionOf(node));

/** Every operation of every node; `name` is the name of the workflow's node for that operation. */
export const operations = actionNodes.flatMap((description) =>
	operationsOf(description).map((operation) => ({
		...operation,
		name: `${description.displayName}, ${operation.title}`,
		type: `n8n-nodes-voice-sms-otp.${description.name}`,
		folder: path.dirname(fileOfNode(description.name)),
	})),
);

/** A workflow with one node for each operation, one after the other. */
export function everyOperation(): WorkflowData {
	const names = ['Start', ...operations.map(({ name }) => name)];
	return {
		name: 'Every operation',
		nodes: [
			{
				id: 'start',
				name: 'Start',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			...operations.map(({ name, type, resource, operation }, place) => ({
				id: `node${place}`,
				name,
				type,
				typeVersion: 2,
				position: [(place + 1) * 300, 0] as [number, number],
				parameters: { resource, operation },
			})),
		],
		connections: Object.fromEntries(
			names
				.slice(0, -1)
				.map((name, place) => [
					name,
					{ main: [[{ node: names[place + 1], type: 'main' as const, index: 0 }]] },
				]),
		),
	};
}
