import type { IDataObject, INode } from 'n8n-workflow';

import type { StoredCredential, WorkflowData } from '../../host/n8nClient';
import { expression } from '../contenders/calls';
import type { ProviderCall } from '../contenders/calls';
import { CONTENDERS } from '../contenders/package';
import { nodeUnderTest } from './nodeUnderTest';
import type { ContenderName } from './contenderName';

/** The name of the node that is measured, the same in every workflow. */
export const MEASURED = 'Measured';

/** The values from which a contender's workflow is made. */
export interface WorkflowParts {
	contender: ContenderName;
	call: ProviderCall;
	/** The provider's base URL in the sandbox. */
	baseUrl: string;
	/** The credential of the measured node; the floor has none. */
	credential?: StoredCredential;
	/** The header that the floor sends as its login. */
	loginHeader: { name: string; value: string };
}

/** The path of the production webhook of a contender's workflow. */
export const webhookPathOf = (
	contender: ContenderName,
	{ provider }: ProviderCall,
	baseUrl: string,
) => `bench-${new URL(baseUrl).protocol.slice(0, -1)}-${contender}-${provider}`;

const node = (
	name: string,
	type: string,
	typeVersion: number,
	parameters: IDataObject,
	rest: Partial<INode> = {},
): INode => ({ id: name, name, type, typeVersion, position: [0, 0], parameters, ...rest }) as INode;

const to = (name: string) => ({ main: [[{ node: name, type: 'main' as const, index: 0 }]] });

/** Webhook → items → the measured node; n8n answers when the workflow has ended, with an empty body. */
export function workflowFor(parts: WorkflowParts): WorkflowData {
	const path = webhookPathOf(parts.contender, parts.call, parts.baseUrl);
	const { type, typeVersion, parameters } = nodeUnderTest(parts);
	const { credential } = parts;
	const webhook = { path, httpMethod: 'POST', responseMode: 'lastNode', responseData: 'noData' };
	return {
		name: path,
		nodes: [
			node('Webhook', 'n8n-nodes-base.webhook', 2, webhook, { webhookId: path }),
			node('Recipients', `${CONTENDERS}.benchRecipients`, 1, {
				...{ count: expression('body.count'), prefix: parts.call.prefix },
			}),
			node(MEASURED, type, typeVersion, parameters, {
				credentials: credential && {
					[credential.type]: { id: credential.id, name: credential.name },
				},
			}),
		],
		connections: { Webhook: to('Recipients'), Recipients: to(MEASURED) },
		settings: {
			executionOrder: 'v1',
			saveDataSuccessExecution: 'none',
			saveDataErrorExecution: 'none',
			saveExecutionProgress: false,
		},
	};
}
