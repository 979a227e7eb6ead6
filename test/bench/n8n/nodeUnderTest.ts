import type { IDataObject } from 'n8n-workflow';

import { expression } from '../contenders/calls';
import type { ProviderCall } from '../contenders/calls';
import { declarativeNodeFor } from '../contenders/declarative';
import { CONTENDERS } from '../contenders/package';
import type { ContenderName } from './contenderName';
import type { WorkflowParts } from './workflows';

/** The type and the parameters of a node in a workflow. */
export interface NodeParts {
	type: string;
	typeVersion: number;
	parameters: IDataObject;
}

const PACKAGE = 'n8n-nodes-voice-sms-otp';
/** The newest version in n8n 2.41.1, which the editor adds. */
const HTTP_REQUEST_VERSION = 4.5;
const HTTP_REQUEST_LOGINS = {
	bearer: 'httpBearerAuth',
	basic: 'httpBasicAuth',
	header: 'httpHeaderAuth',
};

const expressionsOf = ({ fromItem }: ProviderCall, method = ''): Record<string, string> =>
	Object.fromEntries(
		Object.entries(fromItem).map(([name, field]) => [name, expression(`${field}${method}`)]),
	);

function ownNode({ call, contender }: WorkflowParts): NodeParts {
	// The node reads a plain field without n8n's expression engine, but not a field with a method call.
	const sent = expressionsOf(call, contender === 'computed' ? '.trim()' : '');
	const { type, parameters, recipient, code } = call.operation;
	return {
		type: `${PACKAGE}.${type}`,
		typeVersion: 1,
		parameters: {
			...parameters,
			[recipient!.parameter]: sent[recipient!.wire[0]],
			...(code && { codeSource: 'own', code: sent[code] }),
		},
	};
}

const httpRequestNode = ({ call, baseUrl }: WorkflowParts): NodeParts => ({
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: HTTP_REQUEST_VERSION,
	parameters: {
		method: 'POST',
		url: `${baseUrl}${call.path}`,
		authentication: 'genericCredentialType',
		genericAuthType: HTTP_REQUEST_LOGINS[call.login],
		sendBody: true,
		specifyBody: 'keypair',
		bodyParameters: {
			parameters: Object.entries({ ...expressionsOf(call), ...call.fixed }).map(
				([name, value]) => ({ name, value }),
			),
		},
	},
});

function declarativeNode({ call }: WorkflowParts): NodeParts {
	const { name } = declarativeNodeFor(call);
	const parameters = { operation: 'send', ...expressionsOf(call), ...call.fixed };
	return { type: `${CONTENDERS}.${name}`, typeVersion: 1, parameters };
}

function floorNode({ call, baseUrl, loginHeader }: WorkflowParts): NodeParts {
	const [[firstName, first], [secondName, second] = ['', '']] = Object.entries(expressionsOf(call));
	return {
		type: `${CONTENDERS}.benchFloor`,
		typeVersion: 1,
		parameters: {
			url: `${baseUrl}${call.path}`,
			header: loginHeader.name,
			value: loginHeader.value,
			fixed: JSON.stringify(call.fixed),
			...{ firstName, first, secondName, second },
		},
	};
}

const makers: Record<ContenderName, (parts: WorkflowParts) => NodeParts> = {
	package: ownNode,
	computed: ownNode,
	tenants: ownNode,
	httpRequest: httpRequestNode,
	httpTenants: httpRequestNode,
	declarative: declarativeNode,
	floor: floorNode,
};

/** The measured node: every contender sends the same fields, from the same expressions. */
export const nodeUnderTest = (parts: WorkflowParts): NodeParts => makers[parts.contender](parts);
